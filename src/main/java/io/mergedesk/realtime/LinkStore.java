package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where links are kept. Everything that writes joins the transaction of its caller.
public interface LinkStore {

    /// By name.
    List<Link> all();

    /// @param token encrypted
    /// @return false when the name is taken
    boolean add(Link link, byte[] token);

    /// The encrypted token; empty when there is no such link.
    Optional<byte[]> token(LinkId link);

    /// @return whether there is such a link
    boolean pause(LinkId link, boolean paused);

    /// @return whether there was such a link
    boolean remove(LinkId link);

    /// Makes a node the one that keeps the link up, unless another one is until later than now, or
    /// the link is paused. For the node that is it already, this goes on for longer.
    ///
    /// @return whether it is that node's turn
    boolean claim(LinkId link, NodeId node, Instant now, Instant until);

    /// Ends the turn of that node, if it has it.
    void release(LinkId link, NodeId node);

    /// Notes that everything up to there was handed on.
    ///
    /// @return false when it is not that node's turn any more
    boolean advance(LinkId link, NodeId node, Sequence place);
}
