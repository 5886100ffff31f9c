package io.mergedesk.realtime;

import java.io.IOException;

/// Answers what a client asks.
record Answers(Visitor visitor, Subscriptions subscriptions, Outgoing out) {

    /// Says nothing to who has no access any more.
    void to(Request request) throws IOException {
        var actor = visitor.reader().get();
        if (actor.isEmpty()) {
            return;
        }
        switch (request) {
            case Request.Subscribe subscribe -> out.send(subscriptions.add(subscribe, actor.get()));
            case Request.Unsubscribe(var ref) -> out.send(subscriptions.remove(ref));
            case Request.Ping(var ref) -> out.send(Frames.pong(ref));
            case Request.Pong _ -> {}
            case Request.Wrong wrong -> out.send(Frames.error(wrong));
        }
    }
}
