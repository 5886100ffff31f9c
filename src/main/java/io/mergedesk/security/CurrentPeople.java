package io.mergedesk.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.mergedesk.common.UserId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Accounts as they are now, without a query for each request.
///
/// A change on this node shows at once ([#forget]); one made by another node after two seconds.
@Component
final class CurrentPeople {

    private static final Duration OTHER_NODES = Duration.ofSeconds(2);

    private final LoadingCache<UserId, Optional<Account>> accounts;

    private final AccessWatch watch;

    CurrentPeople(People people, AccessWatch watch) {
        this.watch = watch;
        accounts =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(OTHER_NODES)
                        .build(people::find);
    }

    /// The account, when there is one and it is not disabled.
    Optional<Account> active(UserId id) {
        return any(id).filter(account -> !account.person().disabled());
    }

    Optional<Account> any(UserId id) {
        return accounts.get(id);
    }

    /// Reads this person anew from now on; to be called after the change is committed.
    void forget(UserId id) {
        accounts.invalidate(id);
        watch.tell();
    }
}
