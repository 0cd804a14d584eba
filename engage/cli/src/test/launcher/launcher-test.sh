#!/usr/bin/env bash
# Tests of the launcher `profile-engine` at the root of the repository, against a stand-in for Java and for Maven, so
# that all of it takes a few seconds. That the real Maven builds a real tool is shown by the sample run of .ci/run.
#
#   engage/cli/src/test/launcher/launcher-test.sh [NAME...]     runs all cases, or those named
#   engage/cli/src/test/launcher/launcher-test.sh --list        prints their names

set -u
unset CDPATH JAVA_HOME PROFILE_ENGINE_JAVA_OPTS

launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../.." && pwd)/profile-engine
bash=$(command -v bash)
work=$(mktemp -d)
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT

# --- the world of one case --------------------------------------------------------------------------------------

# A checkout with little in it, a PATH with nothing but the tools a plain system has, and stand-ins.
new_world() {
    world=$work/$1
    checkout="$world/a checkout"
    tools=$world/tools
    jdk=$world/jdk
    mkdir -p "$tools" "$checkout/.mvn"
    local tool module
    for tool in awk bash basename cat chmod cksum cp cut dirname env find flock grep head locale ls mkdir mktemp mv readlink \
        rm sed sha256sum sleep sort stat tail touch tr; do
        ln -s "$(command -v "$tool")" "$tools/$tool" 2>/dev/null
    done
    cp "$launcher" "$checkout/"
    echo '<project/>' >"$checkout/pom.xml"
    for module in engine engage/wire engage/cli; do
        mkdir -p "$checkout/$module/src/main/java" "$checkout/$module/src/test/java"
        echo "<project/>" >"$checkout/$module/pom.xml"
        echo "class Main {}" >"$checkout/$module/src/main/java/Main.java"
    done
    new_java "$jdk" 17.0.15
    new_maven
}

# A Java whose jars are shell scripts: `java ... -jar FILE ARGUMENTS` runs FILE.
new_java() {
    mkdir -p "$1/bin"
    printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
    cat >"$1/bin/java" <<'JAVA'
#!/usr/bin/env bash
options=()
while [ "$1" != -jar ]; do options+=("$1"); shift; done
jar=$2
shift 2
export JAVA_OPTIONS="${options[*]}" JAVA_ARGUMENTS=$0
exec bash "$jar" "$@"
JAVA
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# A Maven that counts its runs, talks on both streams and leaves a tool that answers to a few words.
new_maven() {
    cat >"$tools/mvn" <<'MAVEN'
#!/usr/bin/env bash
echo run >>"$MAVEN_RUNS"
echo $$ >"$MAVEN_RUNS.process"
echo "maven talks"
cat >/dev/null
if [ -n "${MAVEN_TAKES:-}" ]; then
    trap 'kill $!; exit 143' TERM
    sleep "$MAVEN_TAKES" &
    wait $!
fi
if [ -n "${MAVEN_FAILS:-}" ]; then
    echo "[ERROR] Main.java:[3,1] cannot find symbol"
    echo "[ERROR] For more information about the errors and possible solutions, please read the following articles:"
    exit 1
fi
for option in "$@"; do
    case $option in -Dbuild.folder=*) folder=engage/cli/${option#*=} ;; esac
done
mkdir -p "$folder"
cat >"$folder/profile-engine-engage-cli-0-all.jar" <<TOOL
case "\$1" in
    copy) cat ;;
    wait) echo waiting; exec sleep 30 ;;
    code) exit "\$2" ;;
    pid) echo \$\$ ;;
    options) echo "\$JAVA_OPTIONS" ;;
    java) echo "\$JAVA_ARGUMENTS" ;;
    type) echo "\$LC_CTYPE" ;;
    locale) env | grep -E '^(LC_|LANG)' ;;
    *) printf 'argument %s\n' "\$@"; echo "built by run $(grep -c run "$MAVEN_RUNS")" ;;
esac
TOOL
MAVEN
    chmod +x "$tools/mvn"
    export MAVEN_RUNS=$world/maven-runs
    : >"$MAVEN_RUNS"
}

# Runs the launcher with JAVA_HOME as the case set it; leaves code, out and err.
start() {
    ran=${program:-$checkout/profile-engine}
    PATH=$tools "$bash" -c 'exec "$0" "$@"' "$ran" "$@" >"$world/out" 2>"$world/err" </dev/null
    code=$?
    out=$(cat "$world/out")
    err=$(cat "$world/err")
}

maven_runs() { grep -c run "$MAVEN_RUNS"; }

# --- what a case may demand -------------------------------------------------------------------------------------

broken() {
    failed=yes
    printf 'FAILED %s: %s\n  code: %s\n  out: %s\n  err: %s\n' "$case_name" "$1" "${code:-}" "${out:-}" "${err:-}" >&2
}
is() { [ "$1" = "$2" ] || broken "expected '$2' but was '$1' ($3)"; }
has() { case $1 in *"$2"*) ;; *) broken "expected '$2' in it ($3)" ;; esac; }
has_not() { case $1 in *"$2"*) broken "did not expect '$2' in it ($3)" ;; esac; }

# --- the cases --------------------------------------------------------------------------------------------------

first_start_builds_and_talks_on_standard_error_only() {
    export JAVA_HOME=$jdk
    start one "two words" '*'
    is "$code" 0 "code"
    is "$out" $'argument one\nargument two words\nargument *\nbuilt by run 1' "standard output"
    has "$err" "building the command line tool" "standard error"
    has_not "$err" "maven talks" "standard error"
}

build_leaves_the_classes_of_mvn_verify_alone() {
    export JAVA_HOME=$jdk
    start one
    is "$(cd "$checkout/engage/cli/target" && echo *)" "launcher tool" "folders of the module"
}

second_start_builds_nothing_and_says_nothing() {
    export JAVA_HOME=$jdk
    start one
    start one
    is "$(maven_runs)" 1 "Maven runs"
    is "$err" "" "standard error"
}

quiet_drops_the_build_messages() {
    export JAVA_HOME=$jdk
    start apply --quiet
    is "$err" "" "standard error"
    is "$(maven_runs)" 1 "Maven runs"
}

quiet_after_two_dashes_is_a_file() {
    export JAVA_HOME=$jdk
    start apply -- --quiet
    has "$err" "building" "standard error"
}

other_directory_and_symbolic_link_find_the_checkout() {
    export JAVA_HOME=$jdk
    mkdir -p "$world/else where"
    ln -s "../a checkout/profile-engine" "$world/else where/link"
    ln -s "else where/link" "$world/pe"
    program=../pe
    (cd "$world/else where" && start one && cp "$world/out" "$world/seen")
    has "$(cat "$world/seen")" "argument one" "through two links"
    program="./a checkout/profile-engine"
    (cd "$world" && start one && cp "$world/out" "$world/seen")
    has "$(cat "$world/seen")" "argument one" "relative"
    is "$(maven_runs)" 1 "Maven runs"
}

every_kind_of_changed_source_builds_again() {
    export JAVA_HOME=$jdk
    start one
    local expected=1 change
    for change in "touch -t 203001010101 engine/pom.xml" "touch -t 203001010101 pom.xml" \
        "cp pom.xml engine/src/main/java/Added.java" "rm engage/wire/src/main/java/Main.java" \
        "mv engine/src/main/java/Main.java engine/src/main/java/Renamed.java" \
        "touch -t 203001010101 engage/cli/src/main/java/Main.java" "cp pom.xml .mvn/jvm.config"; do
        (cd "$checkout" && $change)
        expected=$((expected + 1))
        start one
        is "$(maven_runs)" "$expected" "Maven runs after $change"
        has "$out" "built by run $expected" "after $change"
        has "$err" "sources changed" "after $change"
    done
}

state_built_before_is_taken_up_again() {
    export JAVA_HOME=$jdk
    start one
    cp "$checkout/pom.xml" "$checkout/engine/src/main/java/Added.java"
    start one
    rm "$checkout/engine/src/main/java/Added.java"
    start one
    is "$(maven_runs)" 2 "Maven runs"
    has "$out" "built by run 1" "standard output"
}

changed_content_with_an_old_time_builds_again() {
    export JAVA_HOME=$jdk
    touch -t 202001010101 "$checkout/engine/src/main/java/Main.java"
    start one
    echo "class Mian {}" >"$checkout/engine/src/main/java/Main.java"
    touch -t 202001010101 "$checkout/engine/src/main/java/Main.java"
    start one
    is "$(maven_runs)" 2 "Maven runs"
}

changed_test_builds_nothing() {
    export JAVA_HOME=$jdk
    start one
    echo "class MainTest {}" >"$checkout/engine/src/test/java/MainTest.java"
    start one
    is "$(maven_runs)" 1 "Maven runs"
}

two_first_starts_at_once_build_once() {
    export JAVA_HOME=$jdk MAVEN_TAKES=0.5
    PATH=$tools "$checkout/profile-engine" one >"$world/out1" 2>"$world/err1" </dev/null &
    local first=$!
    PATH=$tools "$checkout/profile-engine" two >"$world/out2" 2>"$world/err2" </dev/null &
    wait $first
    is "$?" 0 "first code"
    wait $!
    is "$?" 0 "second code"
    is "$(maven_runs)" 1 "Maven runs"
    has "$(cat "$world/out1")" "argument one" "first"
    has "$(cat "$world/out2")" "argument two" "second"
    has "$(cat "$world/err1" "$world/err2")" "waiting for another start" "standard errors"
}

two_first_starts_at_once_build_once_without_flock() {
    rm -f "$tools/flock"
    two_first_starts_at_once_build_once
    [ ! -e "$checkout/engage/cli/target/launcher/lock.d" ] || broken "the lock stayed"
}

lock_of_a_dead_owner_is_taken_over_without_flock() {
    export JAVA_HOME=$jdk
    rm -f "$tools/flock"
    mkdir -p "$checkout/engage/cli/target/launcher/lock.d"
    "$bash" -c 'echo $$' >"$checkout/engage/cli/target/launcher/lock.d/pid"
    start one
    is "$code" 0 "code"
}

running_tool_keeps_its_file_when_a_new_one_is_built() {
    export JAVA_HOME=$jdk
    start one
    local before after
    before=$(ls "$checkout"/engage/cli/target/launcher/*.jar)
    echo >>"$checkout/pom.xml"
    start one
    after=$(ls "$checkout"/engage/cli/target/launcher/*.jar)
    has "$after" "$before" "jars"
    is "$(echo "$after" | grep -c jar)" 2 "number of jars"
    is "$(ls "$checkout"/engage/cli/target/launcher | grep -c part)" 0 "half-written jars"
}

failed_build_ends_with_2_and_the_reason() {
    export JAVA_HOME=$jdk MAVEN_FAILS=yes
    start apply --quiet
    is "$code" 2 "code"
    is "$out" "" "standard output"
    has "$err" "cannot find symbol" "standard error"
    has "$err" "build.log" "standard error"
    has_not "$err" "For more information" "standard error"
    unset MAVEN_FAILS
    start one
    is "$code" 0 "code of the next start"
}

standard_input_reaches_the_tool_also_past_a_build() {
    export JAVA_HOME=$jdk
    out=$(printf 'a\nb\n' | PATH=$tools "$checkout/profile-engine" copy 2>/dev/null)
    is "$out" $'a\nb' "standard output"
}

exit_code_and_process_are_those_of_the_tool() {
    export JAVA_HOME=$jdk
    start code 1
    is "$code" 1 "code"
    PATH=$tools "$checkout/profile-engine" pid >"$world/pid" &
    local process=$!
    wait $process
    is "$(cat "$world/pid")" "$process" "process id"
}

signal_ends_the_tool() {
    export JAVA_HOME=$jdk
    start one
    mkfifo "$world/fifo"
    PATH=$tools "$checkout/profile-engine" wait >"$world/fifo" &
    local process=$! line
    read -r line <"$world/fifo"
    kill -TERM $process
    wait $process
    is "$?" 143 "code"
}

signal_during_the_build_leaves_no_lock_and_no_maven() {
    export JAVA_HOME=$jdk MAVEN_TAKES=30
    rm -f "$tools/flock"
    PATH=$tools "$checkout/profile-engine" one 2>/dev/null &
    local process=$!
    until [ -s "$MAVEN_RUNS.process" ]; do sleep 0.05; done
    kill -TERM $process
    wait $process
    is "$?" 143 "code"
    [ ! -e "$checkout/engage/cli/target/launcher/lock.d" ] || broken "the lock stayed"
    local maven checks=0
    maven=$(cat "$MAVEN_RUNS.process")
    while kill -0 "$maven" 2>/dev/null; do
        ((checks++ < 200)) || { broken "Maven still runs"; kill "$maven"; break; }
        sleep 0.05
    done
    unset MAVEN_TAKES
    start one
    is "$code" 0 "code of the next start"
}

java_on_path_is_found_also_through_links() {
    ln -s "$jdk/bin/java" "$world/alternative"
    ln -s "$world/alternative" "$tools/java"
    ln -s "$jdk/bin/javac" "$tools/javac"
    start java
    is "$out" "$jdk/bin/java" "java that ran"
}

java_home_that_leads_nowhere_gives_way_to_path() {
    export JAVA_HOME=/does/not/exist
    ln -s "$jdk/bin/java" "$tools/java"
    start java
    is "$out" "$jdk/bin/java" "java that ran"
}

old_java_home_gives_way_to_path() {
    new_java "$world/old" 1.8.0_392
    export JAVA_HOME=$world/old
    ln -s "$jdk/bin/java" "$tools/java"
    start java
    is "$out" "$jdk/bin/java" "java that ran"
}

no_java_at_all_is_told() {
    start one
    is "$code" 2 "code"
    is "$out" "" "standard output"
    has "$err" "needs Java 17 or newer" "standard error"
    has "$err" "JAVA_HOME is not set" "standard error"
    has "$err" "no java on PATH" "standard error"
}

too_old_java_is_told() {
    new_java "$world/old" 11.0.2
    export JAVA_HOME=$world/old
    start one
    is "$code" 2 "code"
    has "$err" "$world/old is Java 11" "standard error"
}

java_without_compiler_runs_but_cannot_build() {
    export JAVA_HOME=$jdk
    mv "$jdk/bin/javac" "$jdk/bin/javac.away"
    start one
    is "$code" 2 "code"
    has "$err" "without javac" "standard error"
    mv "$jdk/bin/javac.away" "$jdk/bin/javac"
    start one
    rm "$jdk/bin/javac"
    start one
    is "$code" 0 "code once built"
}

missing_maven_is_told() {
    export JAVA_HOME=$jdk
    rm "$tools/mvn"
    start one
    is "$code" 2 "code"
    has "$err" "needs Maven (mvn) on PATH" "standard error"
}

checkout_that_cannot_be_written_is_told() {
    export JAVA_HOME=$jdk
    echo "in the way of the folder" >"$checkout/engage/cli/target"
    start one
    is "$code" 2 "code"
    has "$err" "cannot be written" "standard error"
}

options_of_the_user_reach_java() {
    export JAVA_HOME=$jdk PROFILE_ENGINE_JAVA_OPTS="-Xmx64m  -Dall=*"
    start options
    has "$out" "-XX:+UseParallelGC -Xmx64m -Dall=*" "options"
    has "$out" "-Dprofile-engine.terminal=false" "options"
    has "$out" "-Dprofile-engine.terminal-out=false" "options"
}

collector_of_the_user_takes_the_place_of_ours() {
    export JAVA_HOME=$jdk PROFILE_ENGINE_JAVA_OPTS=-XX:+UseG1GC
    start options
    has "$out" "-XX:+UseG1GC" "options"
    has_not "$out" "Parallel" "options"
    unset PROFILE_ENGINE_JAVA_OPTS
    export JAVA_TOOL_OPTIONS=-XX:+UseSerialGC
    start options
    has_not "$out" "Parallel" "options with the variable of all of Java"
}

locale_that_is_not_installed_still_reads_every_file_name() {
    export JAVA_HOME=$jdk
    unset LC_ALL LC_CTYPE
    # This shell says that it cannot use it, either.
    export LANG=zz_ZZ.UTF-8 LC_TIME=zz_ZZ.UTF-8 2>/dev/null
    start type
    is "$out" "C.UTF-8" "LC_CTYPE"
    export LC_ALL=C.UTF-8
    start locale
    has_not "$out" "zz_ZZ" "variables"
}

bare_locale_still_reads_every_file_name() {
    export JAVA_HOME=$jdk LC_ALL=C
    start type
    is "$out" "C.UTF-8" "LC_CTYPE"
}

closed_streams_are_no_files_of_java() {
    export JAVA_HOME=$jdk
    start one
    out=$(PATH=$tools "$checkout/profile-engine" copy <&- 2>&1)
    is "$?-$out" "0-" "closed standard input"
    err=$(PATH=$tools "$checkout/profile-engine" pid 2>&1 >&-)
    has "$err" "write error" "closed standard output"
}

# --- running them -----------------------------------------------------------------------------------------------

# A case is a function whose name says what is true, which takes several words.
cases=$(declare -F | sed 's/declare -f //' | grep '_.*_')
if [ "${1:-}" = --list ]; then
    echo "$cases"
    exit
fi

failures=0
count=0
for case_name in ${*:-$cases}; do
    count=$((count + 1))
    (failed=no; program=; new_world "$case_name"; "$case_name"; [ $failed = no ]) || failures=$((failures + 1))
done
printf 'launcher: %s cases, %s failed\n' "$count" "$failures"
[ "$failures" -eq 0 ] && [ "$count" -gt 0 ]
