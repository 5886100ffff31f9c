/// The screen *Connections*: which programs listen here, and which gateways this site listens to.
@NullMarked
package io.mergedesk.ui.connections;

import org.jspecify.annotations.NullMarked;
