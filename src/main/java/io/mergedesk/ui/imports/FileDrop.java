package io.mergedesk.ui.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.UnreadableFileException;
import io.mergedesk.ui.shell.Coalesced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Takes an uploaded file into a temporary one and reads it through, before the page is touched.
final class FileDrop implements UploadHandler {

    static final long LARGEST = 200L << 20;

    private final SerializableBiConsumer<ImportFile, Path> taken;
    private final SerializableConsumer<String> refused;

    /// Both are called under the lock of the page.
    FileDrop(SerializableBiConsumer<ImportFile, Path> taken, SerializableConsumer<String> refused) {
        this.taken = taken;
        this.refused = refused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        var path = Files.createTempFile("mergedesk-upload-", ".csv");
        try (var content = event.getInputStream()) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            take(event.getUI(), event.getFileName(), path);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private void take(UI page, String name, Path path) throws IOException {
        try {
            var file = ImportFile.read(name, path);
            new Coalesced(page, () -> taken.accept(file, path)).run();
        } catch (UnreadableFileException e) {
            Files.deleteIfExists(path);
            new Coalesced(page, () -> refused.accept(String.valueOf(e.getMessage()))).run();
        }
    }

    @Override
    public long getFileSizeMax() {
        return LARGEST;
    }

    @Override
    public long getRequestSizeMax() {
        return LARGEST + (1 << 20);
    }
}
