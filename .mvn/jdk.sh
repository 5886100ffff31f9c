# Sourced by run and test: finds a JDK 25 or newer and puts it into JAVA_HOME.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
    major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${major:-0}" -ge 25 ]
}

jdk_on_path() {
    javac=$(command -v javac) || return 1
    # the shim of macOS and the links of /usr/bin both know their home
    "$javac" -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_jdk() {
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* /usr/local/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$(jdk_on_path)"; do
        if [ -n "$home" ] && is_jdk_25 "$home"; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    echo "Mergedesk needs a JDK 25 or newer: install one (for example Temurin from https://adoptium.net) or set JAVA_HOME to it." >&2
    return 1
}
