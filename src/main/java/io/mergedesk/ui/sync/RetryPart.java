package io.mergedesk.ui.sync;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a delivery that failed is tried again.
final class RetryPart extends Details {

    private static final int MOST_ATTEMPTS = 100;

    private final TextField first = new TextField("First pause, at most");
    private final TextField longest = new TextField("Longest pause");
    private final IntegerField attempts = new IntegerField("Attempts");
    private final Span words = new Span();

    RetryPart(ErrorPlaces places) {
        setSummaryText("When a delivery fails");
        first.setHelperText("Doubles with each attempt");
        attempts.setMin(1);
        attempts.setMax(MOST_ATTEMPTS);
        attempts.setStepButtonsVisible(true);
        words.addClassNames("soft", "small");
        words.getElement().setAttribute("role", "status");
        first.setValueChangeMode(ValueChangeMode.LAZY);
        longest.setValueChangeMode(ValueChangeMode.LAZY);
        first.addValueChangeListener(_ -> tell());
        longest.addValueChangeListener(_ -> tell());
        attempts.addValueChangeListener(_ -> tell());
        var fields = new Div(first, longest, attempts);
        fields.addClassName("sync-form-triple");
        add(fields, words);
        places.put("retry.initialDelay", first);
        places.put("retry.maxDelay", longest);
        places.put("retry.maxAttempts", attempts);
    }

    void fill(RetryPolicy retry) {
        first.setValue(DurationWords.of(retry.initialDelay()));
        longest.setValue(DurationWords.of(retry.maxDelay()));
        attempts.setValue(retry.maxAttempts());
    }

    /// @param violations where what is wrong is added
    RetryPolicy read(RetryPolicy base, List<Violation> violations) {
        var from = DurationWords.parse(first.getValue());
        var to = DurationWords.parse(longest.getValue());
        int many = Optional.ofNullable(attempts.getValue()).orElse(0);
        int before = violations.size();
        if (from.isEmpty() || !from.get().isPositive()) {
            refuse("retry.initialDelay", DurationWords.EXPECTED, violations);
        }
        if (to.isEmpty()) {
            refuse("retry.maxDelay", DurationWords.EXPECTED, violations);
        } else if (from.isPresent() && to.get().compareTo(from.get()) < 0) {
            refuse("retry.maxDelay", "expected no less than the first pause", violations);
        }
        if (many < 1 || many > MOST_ATTEMPTS) {
            refuse("retry.maxAttempts", "expected 1 to 100", violations);
        }
        return violations.size() > before
                ? base
                : new RetryPolicy(from.orElseThrow(), to.orElseThrow(), many);
    }

    private static void refuse(String property, String expected, List<Violation> violations) {
        violations.add(new Violation(property, property + ": " + expected));
    }

    /// How long it goes on. Pauses are drawn at random up to their bound: half of it on average.
    private void tell() {
        var wrong = new ArrayList<Violation>();
        var retry = read(RetryPolicy.DEFAULT, wrong);
        if (!wrong.isEmpty()) {
            words.setText("");
            return;
        }
        var bounds = Duration.ZERO;
        for (int failed = 1; failed < retry.maxAttempts(); failed++) {
            bounds = bounds.plus(retry.bound(failed));
        }
        words.setText(
                retry.maxAttempts() == 1
                        ? "One attempt; what fails is dead at once."
                        : "It is tried for about "
                                + DurationWords.roughly(bounds.dividedBy(2))
                                + "; then the job is dead and waits for you.");
    }
}
