package io.mergedesk.bench;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/// What the server has counted of the statements it was sent.
record ServerCounters(Map<String, Long> counts) {

    static ServerCounters read(DataSource database) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SHOW GLOBAL STATUS WHERE variable_name IN ('Com_select', 'Com_insert',"
                                        + " 'Com_insert_select', 'Com_update', 'Com_delete', 'Com_commit',"
                                        + " 'Com_rollback', 'Com_set_option', 'Com_stmt_prepare')")) {
            while (rows.next()) {
                counts.put(rows.getString(1).substring("Com_".length()), rows.getLong(2));
            }
            connection.rollback();
        }
        counts.put("microseconds of this process", Cpu.ofThisProcess());
        counts.put("microseconds of the machine", Cpu.ofTheMachine());
        return new ServerCounters(counts);
    }

    /// How many of each there were between the two, for each of that many saves.
    String since(ServerCounters before, double saves) {
        var text = new StringBuilder();
        counts.forEach((name, count) -> {
            double each = (count - before.counts.getOrDefault(name, 0L)) / saves;
            if (each >= 0.01) {
                text.append("%s %.2f  ".formatted(name, each));
            }
        });
        return text.toString().strip();
    }
}
