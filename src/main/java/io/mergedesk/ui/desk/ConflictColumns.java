package io.mergedesk.ui.desk;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import io.mergedesk.desk.ConflictStatus;

/// The columns of the desk: what waits, and what came of it. Cells hold text only, whatever is in
/// the records.
record ConflictColumns(Grid<DeskRow> grid, RowWords words, ConflictStatus status) {

    static final String CARD = "card";
    static final String HANDLE = "handle";

    private static final String TWO_LINES =
            """
            <div class="desk-cell">
              <span class="${item.look} ${item.gone}" title="${item.first}">${item.first}</span>
              <span class="desk-second" title="${item.hint}">${item.second}</span>
            </div>
            """;

    private static final String PEOPLE =
            """
            <div class="desk-people">
              <vaadin-avatar class="person person-mine" name="${item.mine}" title="${item.mine}, whose edit waits"></vaadin-avatar>
              <vaadin-avatar class="person person-theirs" name="${item.theirs}" title="${item.theirs}, who had changed it" ?hidden="${!item.theirs}"></vaadin-avatar>
              <span class="desk-second">${item.names}</span>
            </div>
            """;

    private static final String PRIORITY = "<span class=\"${item.look}\">${item.word}</span>";

    private static final String CARD_ROW =
            """
            <div class="desk-card">
              <div class="desk-card-head"><span class="desk-first ${item.gone}">${item.title}</span><span class="${item.look}">${item.word}</span></div>
              <div>${item.type} · ${item.fields}</div>
              <div class="desk-second">${item.names} · ${item.when}</div>
              <div class="desk-second">${item.outcome}</div>
            </div>
            """;

    private static final String BUTTON =
            """
            <vaadin-button class="desk-handle" theme="tertiary" aria-label="${item.label}" title="Assign, note, prioritise" @click="${handle}"><vaadin-icon icon="vaadin:ellipsis-dots-v"></vaadin-icon></vaadin-button>
            """;

    void add(boolean supervisor, SerializableConsumer<DeskRow> handle) {
        if (status == ConflictStatus.OPEN) {
            addPriority();
        }
        addTwoLines("record", "Record", "160px", 2, DeskRow::title, DeskRow::type);
        addTwoLines("fields", "Fields", "116px", 1, DeskRow::fields, words::origin);
        addPeople();
        addTime();
        switch (status) {
            case OPEN -> {
                addTwoLines("advice", "Suggestion", "140px", 1, this::advice, words::why);
                addTwoLines("assignee", "Taken by", "116px", 1, words::assignee, words::noted);
                if (supervisor) {
                    addHandle(handle);
                }
            }
            case SETTLED, AUTOMATIC ->
                    addTwoLines("outcome", "Outcome", "190px", 1, words::how, words::settled);
        }
        addCard();
    }

    private void addPriority() {
        grid.addColumn(
                        LitRenderer.<DeskRow>of(PRIORITY)
                                .withProperty("look", ConflictColumns::look)
                                .withProperty("word", words::priority))
                .setKey("priority")
                .setHeader("Priority")
                .setWidth("88px")
                .setFlexGrow(0);
    }

    private void addTwoLines(
            String key,
            String header,
            String width,
            int grow,
            ValueProvider<DeskRow, String> first,
            ValueProvider<DeskRow, String> second) {
        grid.addColumn(
                        LitRenderer.<DeskRow>of(TWO_LINES)
                                .withProperty("first", first)
                                .withProperty("second", second)
                                .withProperty("hint", second)
                                .withProperty(
                                        "look",
                                        _ -> key.equals("record") ? "desk-first" : "desk-plain")
                                .withProperty("gone", row -> key.equals("record") ? gone(row) : ""))
                .setKey(key)
                .setHeader(header)
                .setResizable(true)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private void addPeople() {
        grid.addColumn(
                        LitRenderer.<DeskRow>of(PEOPLE)
                                .withProperty("mine", words::author)
                                .withProperty("theirs", row -> words.theirs(row, 0))
                                .withProperty("names", words::people))
                .setKey("people")
                .setHeader("People")
                .setResizable(true)
                .setWidth("158px")
                .setFlexGrow(0);
    }

    private void addTime() {
        grid.addColumn(
                        LitRenderer.<DeskRow>of("<span title=\"${item.exact}\">${item.when}</span>")
                                .withProperty("when", words::when)
                                .withProperty("exact", words::exactly))
                .setKey("time")
                .setHeader(status == ConflictStatus.OPEN ? "Edited" : "Settled")
                .setResizable(true)
                .setWidth("112px")
                .setFlexGrow(0);
    }

    private void addHandle(SerializableConsumer<DeskRow> handle) {
        grid.addColumn(
                        LitRenderer.<DeskRow>of(BUTTON)
                                .withProperty("label", row -> "Handle " + row.title())
                                .withFunction("handle", handle))
                .setKey(HANDLE)
                .setWidth("60px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }

    /// All of it in one cell, for screens that have no room for columns.
    private void addCard() {
        boolean open = status == ConflictStatus.OPEN;
        grid.addColumn(
                        LitRenderer.<DeskRow>of(CARD_ROW)
                                .withProperty("title", DeskRow::title)
                                .withProperty("type", DeskRow::type)
                                .withProperty("fields", DeskRow::fields)
                                .withProperty("names", words::people)
                                .withProperty("when", words::when)
                                .withProperty("look", row -> open ? look(row) : "visually-hidden")
                                .withProperty("word", row -> open ? words.priority(row) : "")
                                .withProperty("gone", this::gone)
                                .withProperty(
                                        "outcome", row -> open ? advice(row) : words.settled(row)))
                .setKey(CARD)
                .setHeader("Conflict")
                .setFlexGrow(1)
                .setVisible(false);
    }

    /// What to do, and where somebody has done it meanwhile, that.
    private String advice(DeskRow row) {
        return row.conflict().isOpen() ? words.advice(row) : "Settled";
    }

    /// A row that no longer belongs here stays until the list is read anew, struck through.
    private String gone(DeskRow row) {
        boolean here =
                switch (status) {
                    case OPEN -> row.conflict().isOpen();
                    case SETTLED -> !row.conflict().isOpen() && !row.conflict().isAutomatic();
                    case AUTOMATIC -> row.conflict().isAutomatic();
                };
        return here ? "" : "desk-gone";
    }

    private static String look(DeskRow row) {
        return RowWords.loudness(row.conflict().handling().priority());
    }
}
