/// The screen for people, teams and tokens.
@NullMarked
package io.mergedesk.ui.people;

import org.jspecify.annotations.NullMarked;
