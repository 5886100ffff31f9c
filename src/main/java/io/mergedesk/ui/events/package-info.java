/// The screen *Events*: what happens on the bus, as it happens.
@NullMarked
package io.mergedesk.ui.events;

import org.jspecify.annotations.NullMarked;
