package io.mergedesk.ui.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An amount and its currency, side by side; one field of the record.
final class MoneyEditor implements FieldEditor {

    private static final List<String> USUAL = List.of("EUR", "USD", "GBP", "CHF");

    private final TextField amount = new TextField();
    private final ComboBox<String> currency = new ComboBox<>();
    private final Div pair = new Div(amount, currency);
    private final String name;
    private final String home;

    MoneyEditor(FieldDefinition field, Locale locale) {
        name = field.name().value();
        home = currencyOf(locale);
        pair.addClassName("money");
        BrowserDrafts.named(name, amount);
        BrowserDrafts.named(name + ".currency", currency);
        amount.setLabel(field.label());
        amount.setRequiredIndicatorVisible(field.required());
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.setValueChangeTimeout(TextEditor.QUIET_MILLIS);
        amount.setManualValidation(true);
        amount.getElement().setAttribute("inputmode", "decimal");
        if (!field.help().isBlank()) {
            amount.setHelperText(field.help());
        }
        currency.setAriaLabel(field.label() + ": currency");
        currency.setManualValidation(true);
        currency.setItems(
                Stream.concat(
                                USUAL.stream(),
                                Currency.getAvailableCurrencies().stream()
                                        .map(Currency::getCurrencyCode)
                                        .filter(code -> !USUAL.contains(code))
                                        .sorted())
                        .toList());
    }

    private static String currencyOf(Locale locale) {
        try {
            return locale.getCountry().isEmpty()
                    ? "EUR"
                    : Objects.requireNonNullElse(
                                    Currency.getInstance(locale), Currency.getInstance("EUR"))
                            .getCurrencyCode();
        } catch (IllegalArgumentException _) {
            return "EUR";
        }
    }

    @Override
    public Component component() {
        return pair;
    }

    @Override
    public String text() {
        var number = amount.getValue().strip();
        return number.isEmpty() ? "" : together(number, currency.getValue());
    }

    private static String together(String number, @Nullable String code) {
        return code == null ? number : number + " " + code;
    }

    @Override
    public void show(String text) {
        var parts = text.strip().split(" ", 2);
        amount.setValue(parts[0]);
        currency.setValue(parts.length == 2 ? parts[1] : null);
    }

    @Override
    public void onEdit(Runnable edited) {
        amount.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                if (currency.isEmpty() && !amount.isEmpty()) {
                    currency.setValue(home);
                }
                edited.run();
            }
        });
        currency.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited.run();
            }
        });
    }

    @Override
    public void complain(String problem) {
        amount.setErrorMessage(problem);
        amount.setInvalid(!problem.isEmpty());
    }

    @Override
    public void focus() {
        amount.focus();
    }

    @Override
    public void lock(boolean locked) {
        amount.setReadOnly(locked);
        currency.setReadOnly(locked);
    }

    @Override
    public Optional<String> fromBrowser(Map<String, String> kept) {
        var number = kept.get(name);
        var code = kept.get(name + ".currency");
        if (number == null && code == null) {
            return Optional.empty();
        }
        var typed = number == null ? amount.getValue() : number;
        var known = currency.isEmpty() ? home : currency.getValue();
        return Optional.of(typed.isBlank() ? "" : together(typed, code == null ? known : code));
    }

    @Override
    public Map<String, Optional<String>> inBrowser() {
        return Map.of(name, Optional.of(amount.getValue()), name + ".currency", Optional.empty());
    }
}
