package io.mergedesk.bench;

import java.util.List;

/// Measures one thing and says what it found.
@FunctionalInterface
interface Benchmark {

    List<Figure> run() throws Exception;
}
