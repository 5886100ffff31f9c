package io.mergedesk.ui.merge;

import io.mergedesk.conflicts.Decisions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Decisions that can be taken back and taken again, one by one.
final class Steps {

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Decisions current;
    private Optional<String> typing = Optional.empty();

    /// @param decisions on the other side of the step
    /// @param what it was about
    private record Step(Decisions decisions, String what) {}

    Steps(Decisions current) {
        this.current = current;
    }

    Decisions current() {
        return current;
    }

    void take(Decisions wanted, String what) {
        typing = Optional.empty();
        step(wanted, what);
    }

    private void step(Decisions wanted, String what) {
        if (!wanted.equals(current)) {
            done.push(new Step(current, what));
            undone.clear();
            current = wanted;
        }
    }

    /// The same step as before, when that was typing into the same.
    void type(Decisions wanted, String what) {
        if (typing.equals(Optional.of(what))) {
            current = wanted;
        } else {
            step(wanted, what);
            typing = Optional.of(what);
        }
    }

    /// Whoever types on begins another step.
    void stopTyping() {
        typing = Optional.empty();
    }

    /// What would be taken back.
    Optional<String> undoes() {
        return Optional.ofNullable(done.peek()).map(Step::what);
    }

    Optional<String> redoes() {
        return Optional.ofNullable(undone.peek()).map(Step::what);
    }

    void undo() {
        move(done, undone);
    }

    void redo() {
        move(undone, done);
    }

    private void move(Deque<Step> from, Deque<Step> to) {
        typing = Optional.empty();
        if (!from.isEmpty()) {
            var step = from.pop();
            to.push(new Step(current, step.what()));
            current = step.decisions();
        }
    }

    /// The same steps on other ground.
    Steps moved(UnaryOperator<Decisions> move) {
        var moved = new Steps(move.apply(current));
        done.forEach(
                step -> moved.done.addLast(new Step(move.apply(step.decisions()), step.what())));
        undone.forEach(
                step -> moved.undone.addLast(new Step(move.apply(step.decisions()), step.what())));
        return moved;
    }
}
