package io.mergedesk.ui.shell;

/// The parts of the navigation, from top to bottom.
public enum NavigationGroup {
    RECORDS("Records"),
    DESK("Desk"),
    WATCH("Watch"),
    SET_UP("Set up");

    private final String label;

    NavigationGroup(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
