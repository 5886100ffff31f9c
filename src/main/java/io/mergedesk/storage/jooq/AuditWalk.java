package io.mergedesk.storage.jooq;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditStretch;
import io.mergedesk.audit.AuditTerms;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/// One look into a log, from a place downwards: first through what is younger than the index, row
/// by row, then from block to block in which all terms of the query stand. Every row is held
/// against the whole query before it counts as found.
///
/// It ends when it has found enough, or looked at [#MOST_ROWS] rows or [#MOST_INDEX_ROWS] rows of
/// the index.
final class AuditWalk {

    static final int MOST_ROWS = 2_000;
    static final int MOST_INDEX_ROWS = 2_500;

    private static final int PIECE = 256;
    private static final int FIRST_BLOCKS = 4;
    private static final int MOST_BLOCKS = 64;
    private static final int MOST_SPANS = 128;

    private final AuditSource source;
    private final AuditQuery query;
    private final AuditIndexReader index;
    private final boolean hasTerms;
    private final int limit;
    private final List<AuditItem> found = new ArrayList<>();
    private long frontier;
    private int looked;
    private int writtenSpans;

    /// @param limit how many to find
    AuditWalk(DSLContext sql, AuditSource source, AuditQuery query, int limit) {
        var needed = AuditTerms.needed(query);
        this.source = source;
        this.query = query;
        this.index = new AuditIndexReader(sql, source, needed);
        this.hasTerms = !needed.isEmpty();
        this.limit = limit;
    }

    /// @param blocks how many are indexed
    AuditStretch below(Sequence place, int blocks) {
        frontier = Math.min(place.number(), source.head() + 1);
        writtenSpans = blocks >> AuditPlaces.SPAN_BITS;
        if (query.entity().isEmpty() || !walkEntity(query.entity().get())) {
            walk(blocks);
        }
        return new AuditStretch(found, new Sequence(Math.max(frontier, 1)));
    }

    private void walk(int blocks) {
        boolean indexed = hasTerms || query.from().isPresent() || query.to().isPresent();
        if (!indexed) {
            walkRows(1);
            return;
        }
        walkRows(AuditPlaces.startOf(blocks));
        if (isOver() || frontier > AuditPlaces.startOf(blocks) || frontier <= 1) {
            return;
        }
        int last = query.to().map(time -> index.lastBefore(time).orElse(-1)).orElse(blocks - 1);
        int first = query.from().map(time -> index.firstSince(time).orElse(blocks)).orElse(0);
        frontier = Math.min(frontier, AuditPlaces.startOf(last + 1));
        if (hasTerms) {
            walkSpans(first);
        } else {
            walkRows(Math.max(AuditPlaces.startOf(first), 1));
        }
        if (!isOver() && frontier <= Math.max(AuditPlaces.startOf(first), 1)) {
            frontier = 1;
        }
    }

    private void walkRows(long downTo) {
        while (!isOver() && frontier > downTo) {
            int piece = hasTerms ? PIECE : limit;
            var items = source.between(downTo, frontier, piece);
            take(items);
            if (!isOver() && items.size() < piece) {
                frontier = downTo;
            }
        }
    }

    /// @return false when only the index knows
    private boolean walkEntity(EntityId entity) {
        while (!isOver() && frontier > 1) {
            var items = source.ofEntity(entity, frontier, PIECE);
            if (items.isEmpty()) {
                return false;
            }
            take(items.get());
            if (!isOver() && items.get().size() < PIECE) {
                frontier = 1;
            }
        }
        return true;
    }

    /// Spans first, which say in which blocks to look; few at the beginning, as most queries soon
    /// find enough.
    private void walkSpans(int first) {
        int spans = 1;
        while (!isOver() && frontier > Math.max(AuditPlaces.startOf(first), 1)) {
            int top = AuditPlaces.blockOf(frontier - 1);
            int topSpan = top >> AuditPlaces.SPAN_BITS;
            int lowSpan = Math.max(topSpan - spans + 1, first >> AuditPlaces.SPAN_BITS);
            int low = Math.max(lowSpan << AuditPlaces.SPAN_BITS, first);
            if (walkBlocks(blocks(low, top))) {
                frontier = AuditPlaces.startOf(low);
            }
            spans = Math.min(spans * 4, MOST_SPANS);
        }
    }

    /// Those in which all terms may stand, newest first. What is in no written span is taken as it
    /// is.
    private List<Integer> blocks(int low, int top) {
        int lowSpan = low >> AuditPlaces.SPAN_BITS;
        int topSpan = Math.min(top >> AuditPlaces.SPAN_BITS, writtenSpans - 1);
        var masks = index.blocks(IntStream.rangeClosed(lowSpan, topSpan).boxed().toList());
        var blocks = new ArrayList<Integer>();
        for (int block = top; block >= low; block--) {
            int span = block >> AuditPlaces.SPAN_BITS;
            if (span >= writtenSpans || (masks.getOrDefault(span, 0L) >>> block & 1) == 1) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /// However much of the index was read already, some blocks are looked at, so that the next page
    /// goes on further down.
    ///
    /// @return whether all were
    private boolean walkBlocks(List<Integer> blocks) {
        int done = 0;
        int size = FIRST_BLOCKS;
        while (done < blocks.size() && (done == 0 || !isOver())) {
            var piece = blocks.subList(done, Math.min(done + size, blocks.size()));
            if (!walkPlaces(places(piece))) {
                return false;
            }
            frontier = AuditPlaces.startOf(piece.getLast());
            done += piece.size();
            size = Math.min(size * 4, MOST_BLOCKS);
        }
        return done == blocks.size();
    }

    private List<Long> places(List<Integer> blocks) {
        var common = index.places(blocks);
        var places = new ArrayList<Long>();
        for (int block : blocks) {
            var inBlock = common.getOrDefault(block, new BitSet());
            long start = AuditPlaces.startOf(block);
            for (int i = inBlock.length() - 1; i >= 0; i = inBlock.previousSetBit(i - 1)) {
                if (start + i < frontier) {
                    places.add(start + i);
                }
            }
        }
        return places;
    }

    /// @return whether all were looked at
    private boolean walkPlaces(List<Long> places) {
        int done = 0;
        while (done < places.size()) {
            if (found.size() == limit || looked >= MOST_ROWS) {
                return false;
            }
            int piece = Math.min(Math.min(limit - found.size(), PIECE), places.size() - done);
            take(source.at(places.subList(done, done + piece)));
            done += piece;
        }
        return found.size() < limit;
    }

    private void take(List<AuditItem> items) {
        for (var item : items) {
            if (found.size() == limit) {
                return;
            }
            looked++;
            frontier = item.sequence().number();
            if (query.matches(item)) {
                found.add(item);
            }
        }
    }

    private boolean isOver() {
        return found.size() == limit || looked >= MOST_ROWS || index.rows() >= MOST_INDEX_ROWS;
    }
}
