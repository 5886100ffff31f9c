package io.mergedesk.storage;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.storage.jooq.schema.DefaultSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DataType;
import org.jooq.Named;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/// What the build reads out of the changesets is what MariaDB makes of them.
class SchemaTest {

    @Test
    void generated_tables_are_those_of_a_migrated_database() throws SQLException {
        DataSource database = TestDatabase.fresh();

        Map<String, SortedSet<String>> real = columns(database);

        assertThat(real).isEqualTo(generated());
    }

    @Test
    void every_changeset_rolls_back() throws Exception {
        DataSource database = TestDatabase.empty();
        try (Connection connection = database.getConnection();
                var liquibase = TestDatabase.liquibase(connection)) {
            TestDatabase.quietly(liquibase::update);
            int changesets = liquibase.getDatabase().getRanChangeSetList().size();

            TestDatabase.quietly(() -> liquibase.rollback(changesets, ""));

            assertThat(changesets).isPositive();
        }
        assertThat(columns(database)).isEmpty();
    }

    private static Map<String, SortedSet<String>> generated() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .collect(toMap(Named::getName, SchemaTest::described));
    }

    private static SortedSet<String> described(Table<?> table) {
        return table.fieldStream()
                .map(field -> field.getName() + " " + described(field.getDataType()))
                .collect(toCollection(TreeSet::new));
    }

    private static String described(DataType<?> type) {
        String java = type.getType().getSimpleName();
        int size = java.equals("LocalDateTime") ? type.precision() : type.length();
        return described(java, size, type.nullable());
    }

    private static String described(String java, int size, boolean nullable) {
        return java + (size > 0 ? "(" + size + ")" : "") + (nullable ? "" : " not null");
    }

    private static Map<String, SortedSet<String>> columns(DataSource database) throws SQLException {
        String query =
                """
                SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name NOT LIKE 'DATABASECHANGELOG%'
                """;
        var tables = new HashMap<String, SortedSet<String>>();
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>())
                        .add(
                                rows.getString(2)
                                        + " "
                                        + described(
                                                javaType(rows.getString(3)),
                                                size(rows.getString(3)),
                                                rows.getString(4).equals("YES")));
            }
        }
        return tables;
    }

    private static String javaType(String column) {
        return switch (column.replaceFirst("\\(.*", "")) {
            case "bigint" -> "Long";
            case "int" -> "Integer";
            case "tinyint" -> column.equals("tinyint(1)") ? "Boolean" : "Byte";
            case "varchar", "char", "text", "mediumtext", "longtext" -> "String";
            case "binary", "varbinary", "blob", "mediumblob", "longblob" -> "byte[]";
            case "datetime" -> "LocalDateTime";
            default -> column;
        };
    }

    /// The length of texts and bytes and the precision of times; a whole number's is only its
    /// display width.
    private static int size(String column) {
        var matcher = Pattern.compile("(?:char|binary|datetime)\\((\\d+)\\)$").matcher(column);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
