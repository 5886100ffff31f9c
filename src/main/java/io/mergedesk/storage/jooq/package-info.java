/// The MariaDB adapters, written with jOOQ: all SQL of Mergedesk is here.
@NullMarked
package io.mergedesk.storage.jooq;

import org.jspecify.annotations.NullMarked;
