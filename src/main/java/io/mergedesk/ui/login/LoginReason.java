package io.mergedesk.ui.login;

import com.vaadin.flow.router.QueryParameters;
import java.util.regex.Pattern;

/// Why somebody sees the login page, as its address says.
sealed interface LoginReason {

    record Own() implements LoginReason {}

    record Wrong() implements LoginReason {}

    record Disabled() implements LoginReason {}

    record Expired() implements LoginReason {}

    /// The first admin has just been created.
    record Created() implements LoginReason {}

    record TooMany(int seconds) implements LoginReason {}

    default boolean isError() {
        return switch (this) {
            case Own _, Expired _, Created _ -> false;
            case Wrong _, Disabled _, TooMany _ -> true;
        };
    }

    static LoginReason from(QueryParameters parameters) {
        var seconds = parameters.getSingleParameter("wait").orElse("");
        if (Pattern.matches("[0-9]{1,4}", seconds)) {
            return new TooMany(Integer.parseInt(seconds));
        }
        var names = parameters.getParameters().keySet();
        if (names.contains("disabled")) {
            return new Disabled();
        }
        if (names.contains("error")) {
            return new Wrong();
        }
        if (names.contains("created")) {
            return new Created();
        }
        return names.contains("expired") ? new Expired() : new Own();
    }
}
