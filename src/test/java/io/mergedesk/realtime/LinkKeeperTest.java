package io.mergedesk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.sync.SecretBox;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class LinkKeeperTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    @Test
    void closing_does_not_wait_for_a_database_that_is_gone() throws InterruptedException {
        try {
            var keeper = keeper().start();
            asked.await();

            var closing = Thread.ofVirtual().start(keeper::close);

            await().until(() -> !closing.isAlive());
            assertThat(back.getCount()).isOne();
        } finally {
            back.countDown();
        }
    }

    private LinkKeeper keeper() {
        var clock = InstantSource.system();
        var work =
                new LinkWork(
                        as(LinkStore.class, (_, _, _) -> answerOnceBack()),
                        TransactionOperations.withoutTransaction(),
                        unused(SecretBox.class),
                        unused(LinkTransport.class),
                        (_, _) -> {},
                        new NodeId(UUID.randomUUID()));
        return new LinkKeeper(work, new LinkMachine(clock, new Random(7)), clock);
    }

    private List<Link> answerOnceBack() throws InterruptedException {
        asked.countDown();
        back.await();
        return List.of();
    }

    private static <T> T unused(Class<T> port) {
        return as(
                port,
                (_, method, _) -> {
                    throw new AssertionError("expected no call of " + method);
                });
    }

    private static <T> T as(Class<T> port, InvocationHandler handler) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
