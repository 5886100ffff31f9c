package io.mergedesk.storage.jooq;

import io.mergedesk.audit.AuditTrailConfiguration;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.BatchConfiguration;
import io.mergedesk.entities.EntitiesConfiguration;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.events.EventBus;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.trail.TrailConfiguration;
import io.mergedesk.transfer.TransferConfiguration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything an import needs over a new schema of a real MariaDB, put together as the application
/// does it.
public final class TransferDesk implements AutoCloseable {

    public static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());
    public static final Actor USER = new Actor(new UserId("user"), Role.USER, Set.of());

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    public TransferDesk() {
        this(InstantSource.system());
    }

    public TransferDesk(InstantSource clock) {
        this(clock, TestDatabase.fresh(), _ -> {});
    }

    /// @param more what else is registered
    public TransferDesk(
            InstantSource clock,
            DataSource schema,
            Consumer<AnnotationConfigApplicationContext> more) {
        context.registerBean(DataSource.class, () -> schema);
        context.registerBean(DSLContext.class, () -> jooq(schema));
        context.registerBean(
                DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(schema));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(DataSourceTransactionManager.class)));
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(PeopleDirectory.class, () -> _ -> true);
        context.registerBean(EventBus.class, () -> new EventBus(Runnable::run));
        context.register(
                Transactions.class,
                JooqTypeStore.class,
                JooqEntityStore.class,
                JooqEntitySearch.class,
                JooqChangeLog.class,
                JooqSiteStore.class,
                JooqIdempotencyStore.class,
                JooqConflictStore.class,
                JooqNoticeStore.class,
                JooqDraftStore.class,
                JooqBatchStore.class,
                JooqMappingStore.class,
                JooqTrail.class,
                JooqSyncQueue.class,
                JooqTargetStore.class,
                JooqJobStore.class,
                JooqRefusalStore.class,
                JooqEditStatuses.class,
                JooqAuditLog.class,
                JooqAuditVisits.class,
                AuditTrailConfiguration.class,
                TrailConfiguration.class,
                EntitiesConfiguration.class,
                BatchConfiguration.class,
                TransferConfiguration.class);
        more.accept(context);
        context.refresh();
    }

    @EnableTransactionManagement
    static class Transactions {}

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    private static DSLContext jooq(DataSource schema) {
        var configuration = new DefaultConfiguration();
        configuration.setDataSource(new TransactionAwareDataSourceProxy(schema));
        configuration.setSQLDialect(SQLDialect.MARIADB);
        MariaDbDialect.customize(configuration);
        return DSL.using(configuration);
    }

    @Override
    public void close() {
        context.close();
    }
}
