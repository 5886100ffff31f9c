package io.mergedesk;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/// One of the processes that run the tests at the same time.
@NullMarked
public final class TestProcess {

    private TestProcess() {}

    /// From 1.
    public static int number() {
        return Integer.getInteger("test.process", 1);
    }

    /// A folder under `target` that no other of them uses.
    public static Path folder(String name) {
        return Path.of("target", name + "-" + number());
    }
}
