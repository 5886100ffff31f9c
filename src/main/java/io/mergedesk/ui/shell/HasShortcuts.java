package io.mergedesk.ui.shell;

import java.util.List;

/// A screen with keys of its own, which the list of shortcuts names.
public interface HasShortcuts {

    List<Shortcut> shortcuts();
}
