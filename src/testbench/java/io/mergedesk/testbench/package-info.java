/// One scenario in a real browser through Vaadin TestBench, which needs a licence key.
@NullMarked
package io.mergedesk.testbench;

import org.jspecify.annotations.NullMarked;
