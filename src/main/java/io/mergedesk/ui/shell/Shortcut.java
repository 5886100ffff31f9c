package io.mergedesk.ui.shell;

/// A key and what it does: `F7`, "Next open field".
public record Shortcut(String keys, String does) {}
