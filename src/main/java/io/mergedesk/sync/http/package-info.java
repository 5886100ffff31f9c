/// How targets are spoken to over HTTP: signed webhooks, and the REST endpoints of other systems.
@NullMarked
package io.mergedesk.sync.http;

import org.jspecify.annotations.NullMarked;
