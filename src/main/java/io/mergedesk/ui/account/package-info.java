/// One's own account: the password, and the tokens one's programs sign in with.
@NullMarked
package io.mergedesk.ui.account;

import org.jspecify.annotations.NullMarked;
