package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The directory that holds everything of one installation, and what is remembered in it.
record Home(Path directory) {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    static Home at(Path directory) {
        try {
            Files.createDirectories(directory);
            return new Home(directory.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The home "
                            + directory.toAbsolutePath()
                            + " cannot be created: set MERGEDESK_HOME to a directory that can be"
                            + " written.",
                    e);
        }
    }

    Path base() {
        return directory.resolve("base");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    Path log() {
        return directory.resolve("mariadb.log");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path port() {
        return directory.resolve("port");
    }

    Path initFile() {
        return directory.resolve("init.sql");
    }

    /// The password of the application's account, made once and readable by nobody else.
    String password() {
        return password("password");
    }

    /// The password of the account that owns the tables.
    String ownerPassword() {
        return password("owner-password");
    }

    private String password(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                writePrivately(file, randomPassword());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writePrivately(Path file, String text) throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException _) {
            if (POSIX) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        Files.writeString(file, text);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String randomPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
