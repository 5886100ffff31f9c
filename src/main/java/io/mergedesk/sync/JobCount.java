package io.mergedesk.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// How many jobs of a target stand somehow, whatever their priority. Of those that are done only
/// those of the last day.
public record JobCount(TargetId target, JobState state, long jobs) {

    private record Place(TargetId target, JobState state) {}

    /// In the order of the targets.
    public static List<JobCount> of(List<Standing> standings) {
        var sums =
                new TreeMap<Place, Long>(
                        Comparator.comparing(Place::target).thenComparing(Place::state));
        standings.forEach(
                one -> sums.merge(new Place(one.target(), one.state()), one.jobs(), Long::sum));
        var counts = new ArrayList<JobCount>();
        sums.forEach(
                (place, jobs) -> counts.add(new JobCount(place.target(), place.state(), jobs)));
        return counts;
    }
}
