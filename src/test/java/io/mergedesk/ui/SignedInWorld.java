package io.mergedesk.ui;

import io.mergedesk.entities.World;
import io.mergedesk.security.ApiTokens;
import io.mergedesk.storage.memory.MemoryPeopleTokens;
import io.mergedesk.storage.memory.MemoryTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// For screens that ask again and again who is signed in and what they may.
@ComponentScan(
        basePackages = "io.mergedesk.security",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*[.](Current(Actor|People)|AccessWatch|ApiTokenService)"))
public class SignedInWorld {

    @Bean
    ApiTokens tokens() {
        return new MemoryPeopleTokens();
    }

    @Bean
    MemoryTransactions transactions(World world) {
        return (MemoryTransactions) world.transactions;
    }
}
