/// Measures what Mergedesk promises: run by `./bench`, never by the tests.
@NullMarked
package io.mergedesk.bench;

import org.jspecify.annotations.NullMarked;
