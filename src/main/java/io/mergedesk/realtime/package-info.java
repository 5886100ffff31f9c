/// Programs that stay connected: the gateway that tells them what happens, and links that listen to
/// the gateways of others.
///
/// A client speaks JSON in text frames. It is greeted with
/// `{"type":"welcome","client":"…","sequence":123,"heartbeat":25}` and sends
/// `{"type":"subscribe","ref":"1","events":["entity:*"],"types":["contacts"],"entities":["…"],"after":100}`,
/// `{"type":"unsubscribe","ref":"1"}`, `{"type":"ping","ref":"…"}` and `{"type":"pong","ref":"…"}`.
/// It is answered `subscribed`, `unsubscribed`, `pong`, or
/// `{"type":"error","ref":"1","field":"events","message":"expected …"}`, and told
/// `{"type":"event","ref":"1","event":"entity:updated","sequence":124,"data":{…}}` where `data` is
/// the change as the REST interface shows it. `{"type":"at","ref":"1","sequence":130}` says from
/// where to resume when nothing wanted came lately, `{"type":"behind","sequence":124}` that the
/// client took too long and is cut. How a connection ends: [CloseReason].
@ApplicationModule(
        allowedDependencies = {"common", "events", "changes", "entities", "sync", "trail"})
@NullMarked
package io.mergedesk.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
