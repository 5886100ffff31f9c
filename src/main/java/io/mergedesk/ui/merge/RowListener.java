package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;

/// What a person does in a row.
interface RowListener {

    void choose(Question question, Choice.Whole whole);

    void choose(Question question, FieldName field, int place, HunkChoice choice);

    void take(Question question);

    void edit(Question question);

    void takeBack(Question question);
}
