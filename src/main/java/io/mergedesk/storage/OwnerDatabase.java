package io.mergedesk.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database as its owner sees it, who alone may change what was committed to the trail: for
/// erasing. Connections are made when they are needed, which is seldom.
///
/// Where there is no owner of its own, it is the application's pool.
public record OwnerDatabase(DataSource dataSource) {

    static OwnerDatabase of(String url, DatabaseServer.Login owner) {
        return new OwnerDatabase(new DriverManagerDataSource(url, owner.user(), owner.password()));
    }
}
