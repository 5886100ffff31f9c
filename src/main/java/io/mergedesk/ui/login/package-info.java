/// Signing in and out with a browser.
@NullMarked
package io.mergedesk.ui.login;

import org.jspecify.annotations.NullMarked;
