/// Taking what a screen shows away as a file.
@NullMarked
package io.mergedesk.ui.exports;

import org.jspecify.annotations.NullMarked;
