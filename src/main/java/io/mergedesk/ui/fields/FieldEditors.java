package io.mergedesk.ui.fields;

import io.mergedesk.entities.FieldDefinition;

/// Makes the right editor for a field.
public record FieldEditors(Viewer viewer, Titles titles) {

    /// By the kind of the field.
    public FieldEditor of(FieldDefinition field) {
        return switch (field.kind()) {
            case TEXT, NUMBER, EMAIL, URL -> new TextEditor(field);
            case LONG_TEXT -> new LongTextEditor(field);
            case MONEY -> new MoneyEditor(field, viewer.locale());
            case DATE -> new DateEditor(field);
            case DATE_TIME -> new DateTimeEditor(field, viewer.zone());
            case YES_NO, CHOICE -> new ChoiceEditor(field);
            case CHOICES -> new ChoicesEditor(field);
            case REFERENCE -> new ReferenceEditor(field, viewer, titles);
            case PERSON -> new PersonEditor(field, viewer.services().names());
        };
    }
}
