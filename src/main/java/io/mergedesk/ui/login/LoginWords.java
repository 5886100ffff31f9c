package io.mergedesk.ui.login;

import com.vaadin.flow.component.login.LoginI18n;

/// The words of the login form.
final class LoginWords {

    private LoginWords() {}

    static LoginI18n saying(LoginReason reason) {
        var words = LoginI18n.createDefault();
        var form = words.getForm();
        form.setTitle("Sign in");
        form.setUsername("Account");
        form.setPassword("Password");
        form.setSubmit("Sign in");
        words.setForm(form);
        var error = words.getErrorMessage();
        error.setUsername("Enter your account name");
        error.setPassword("Enter your password");
        error.setTitle(title(reason));
        error.setMessage(message(reason));
        words.setErrorMessage(error);
        return words;
    }

    private static String title(LoginReason reason) {
        return switch (reason) {
            case LoginReason.TooMany _ -> "Too many attempts";
            case LoginReason.Disabled _ -> "This account is disabled";
            case LoginReason.Wrong _, LoginReason.Own _, LoginReason.Expired _ ->
                    "That did not match";
        };
    }

    private static String message(LoginReason reason) {
        return switch (reason) {
            case LoginReason.TooMany(var seconds) ->
                    "Please wait " + inWords(seconds) + ", then try again. Your account is safe.";
            case LoginReason.Disabled _ -> "Ask an admin to enable it again.";
            case LoginReason.Wrong _, LoginReason.Own _, LoginReason.Expired _ ->
                    "The account name or the password is not right. Check both and try again.";
        };
    }

    private static String inWords(int seconds) {
        if (seconds > 90) {
            return (seconds + 59) / 60 + " minutes";
        }
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
