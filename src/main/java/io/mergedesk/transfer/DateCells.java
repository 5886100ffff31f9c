package io.mergedesk.transfer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days and moments in one order of day, month and year, turned into ISO form. A time without a
/// zone is taken as UTC.
final class DateCells {

    private static final String TIME = "[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?";

    private final Pattern day;
    private final Pattern moment;
    private final int yearGroup;
    private final int monthGroup;
    private final int dayGroup;

    private DateCells(String pattern, int yearGroup, int monthGroup, int dayGroup) {
        this.day = Pattern.compile(pattern);
        this.moment = Pattern.compile(pattern + TIME);
        this.yearGroup = yearGroup;
        this.monthGroup = monthGroup;
        this.dayGroup = dayGroup;
    }

    static DateCells yearFirst(String separator) {
        return new DateCells(
                "(\\d{4})" + separator + "(\\d{1,2})" + separator + "(\\d{1,2})", 1, 2, 3);
    }

    static DateCells dayFirst(String separator) {
        return new DateCells(
                "(\\d{1,2})" + separator + "(\\d{1,2})" + separator + "(\\d{4})", 3, 2, 1);
    }

    static DateCells monthFirst(String separator) {
        return new DateCells(
                "(\\d{1,2})" + separator + "(\\d{1,2})" + separator + "(\\d{4})", 3, 1, 2);
    }

    Optional<String> day(String cell) {
        var matcher = day.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(date(matcher).toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Optional<String> moment(String cell) {
        var matcher = moment.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var seconds = matcher.group(6);
            var time =
                    LocalTime.of(
                            Integer.parseInt(matcher.group(4)),
                            Integer.parseInt(matcher.group(5)),
                            seconds == null ? 0 : Integer.parseInt(seconds));
            return Optional.of(date(matcher) + "T" + time + "Z");
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private LocalDate date(java.util.regex.Matcher matcher) {
        return LocalDate.of(
                Integer.parseInt(matcher.group(yearGroup)),
                Integer.parseInt(matcher.group(monthGroup)),
                Integer.parseInt(matcher.group(dayGroup)));
    }
}
