package io.mergedesk.ui.login;

import com.vaadin.flow.component.login.LoginI18n;

/// The words of the login form.
final class LoginWords {

    private LoginWords() {}

    static LoginI18n form() {
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
        words.setErrorMessage(error);
        return words;
    }

    static String title(LoginReason reason) {
        return switch (reason) {
            case LoginReason.Own _ -> "";
            case LoginReason.Wrong _ -> "That did not match";
            case LoginReason.Disabled _ -> "This account is disabled";
            case LoginReason.TooMany _ -> "Too many attempts";
            case LoginReason.Expired _ -> "Your session has ended";
            case LoginReason.Created _ -> "The first admin is ready";
        };
    }

    static String message(LoginReason reason) {
        return switch (reason) {
            case LoginReason.Own _ -> "";
            case LoginReason.Wrong _ ->
                    "The account name or the password is not right. Check both and try again.";
            case LoginReason.Disabled _ -> "Ask an admin to enable it again.";
            case LoginReason.TooMany(var seconds) ->
                    "Please wait " + inWords(seconds) + ", then try again. Your account is safe.";
            case LoginReason.Expired _ -> "Sign in to carry on. What you typed is kept.";
            case LoginReason.Created _ -> "Sign in with the account you have just made.";
        };
    }

    private static String inWords(int seconds) {
        if (seconds > 90) {
            return (seconds + 59) / 60 + " minutes";
        }
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
