// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every column of every table of a live database that the user may read. */
record DatabaseEvidence(DatabaseAccess access) implements Evidence {

    private static final int ROWS_AT_A_TIME = 256;

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    @Override
    public void replay(Consumer<Window> reader, Pass pass) throws IOException, SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            // Outside a transaction the driver would fetch a whole table at once.
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (String table : tables(statement)) {
                readTable(statement, table, reader, pass);
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void readTable(Statement statement, String table, Consumer<Window> reader, Pass pass)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (!pass.timeIsUp() && rows.next()) {
                pass.countRow();
                readRow(rows, table, reader, pass);
            }
        }
    }

    private static void readRow(ResultSet row, String table, Consumer<Window> reader, Pass pass) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            if (row.getMetaData().getColumnType(column) == Types.BINARY) {
                byte[] value = row.getBytes(column);
                if (value != null) {
                    hand(value, table, reader, pass);
                }
            } else {
                // One text a row, so that what stands side by side is seen side by side.
                text.append(row.getString(column)).append('\t');
            }
        }
        hand(text.toString().getBytes(StandardCharsets.UTF_8), table, reader, pass);
    }

    private static void hand(byte[] value, String table, Consumer<Window> reader, Pass pass) {
        pass.countBytes(value.length);
        reader.accept(Window.whole(value, table));
    }
}
