package io.mergedesk.storage.jooq;

import io.mergedesk.storage.TestDatabase;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A new schema on a real MariaDB, with transactions as the application has them.
final class TransactedDatabase {

    private final DataSource schema;
    private final DSLContext jooq;
    private final TransactionTemplate transactions;

    TransactedDatabase() {
        this(TestDatabase.fresh());
    }

    TransactedDatabase(DataSource schema) {
        this.schema = schema;
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.MARIADB);
        configuration.set(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(schema)));
        MariaDbDialect.customize(configuration);
        jooq = DSL.using(configuration);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(schema));
    }

    DataSource schema() {
        return schema;
    }

    DSLContext jooq() {
        return jooq;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    /// What makes the annotations of an adapter hold, as they do in the application.
    TransactionManager manager() {
        return Objects.requireNonNull(transactions.getTransactionManager());
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
