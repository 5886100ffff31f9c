package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Fails in a way nobody expects.
@Hidden
@RestController
class BrokenController {

    @GetMapping("/api/test/broken")
    String broken() {
        throw new IllegalStateException("the password of the database is 123");
    }
}
