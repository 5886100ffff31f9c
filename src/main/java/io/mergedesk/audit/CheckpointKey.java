package io.mergedesk.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key of this installation: the private half readable by its owner alone, the public
/// half beside it for whoever wants to check.
final class CheckpointKey {

    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;

    private CheckpointKey(KeyPair pair) {
        this.pair = pair;
    }

    /// The key in that directory, made now where there is none.
    static CheckpointKey in(Path directory) throws IOException {
        var secret = directory.resolve("checkpoint-key");
        var open = directory.resolve("checkpoint-key.pub");
        try {
            if (!Files.exists(secret)) {
                var made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                Files.createDirectories(directory);
                write(open, made.getPublic().getEncoded());
                write(secret, made.getPrivate().getEncoded());
            }
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new CheckpointKey(
                    new KeyPair(
                            keys.generatePublic(new X509EncodedKeySpec(read(open))),
                            keys.generatePrivate(new PKCS8EncodedKeySpec(read(secret)))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the key in " + secret + " cannot be used", e);
        }
    }

    String sign(String text) {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(pair.getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java does not sign with " + ALGORITHM, e);
        }
    }

    boolean hasSigned(String text, String signature) {
        try {
            var checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(pair.getPublic());
            checking.update(text.getBytes(StandardCharsets.UTF_8));
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    /// Wholly or not at all, so that a killed start leaves no half key.
    private static void write(Path file, byte[] key) throws IOException {
        var half = Files.createTempFile(file.getParent(), "key", ".tmp", ownerOnly());
        Files.writeString(half, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
