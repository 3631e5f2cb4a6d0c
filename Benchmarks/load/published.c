/* The yardstick: makes a published database again, with SQLite's C calls and nothing else.
 *
 *   published SOURCE TARGET          the same tables, rows, indexes, views and statistics, then the same checks
 *   published --bare SOURCE TARGET   the rows of `postings` alone into a STRICT table without a key
 *
 * Rows come from SOURCE in its own order, which is the cheapest way to have them at hand.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static sqlite3 *source, *target;

static void fail(const char *what) {
    fprintf(stderr, "%s: %s; %s\n", what, sqlite3_errmsg(source), sqlite3_errmsg(target));
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(target, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(sql);
    return statement;
}

static long copy(const char *table) {
    char *select = sqlite3_mprintf("SELECT * FROM \"%w\" ORDER BY rowid", table);
    sqlite3_stmt *rows = prepare(source, select);
    int width = sqlite3_column_count(rows);
    char *marks = malloc(2 * width);
    for (int i = 0; i < width; i++) memcpy(marks + 2 * i, "?,", 2);
    marks[2 * width - 1] = 0;
    char *insert = sqlite3_mprintf("INSERT INTO \"%w\" VALUES (%s)", table, marks);
    sqlite3_stmt *row = prepare(target, insert);
    long count = 0;
    int code;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        for (int i = 0; i < width; i++) {
            switch (sqlite3_column_type(rows, i)) {
            case SQLITE_INTEGER: sqlite3_bind_int64(row, i + 1, sqlite3_column_int64(rows, i)); break;
            case SQLITE_FLOAT: sqlite3_bind_double(row, i + 1, sqlite3_column_double(rows, i)); break;
            case SQLITE_TEXT: {
                const char *text = (const char *)sqlite3_column_text(rows, i);
                sqlite3_bind_text(row, i + 1, text, sqlite3_column_bytes(rows, i), SQLITE_STATIC);
                break;
            }
            default: sqlite3_bind_null(row, i + 1);
            }
        }
        if (sqlite3_step(row) != SQLITE_DONE) fail(insert);
        sqlite3_reset(row);
        count++;
    }
    if (code != SQLITE_DONE) fail(select);
    sqlite3_finalize(rows);
    sqlite3_finalize(row);
    sqlite3_free(select);
    sqlite3_free(insert);
    free(marks);
    return count;
}

/* Runs what the source's schema says of one kind of thing, and copies a table's rows after its definition. */
static long make(const char *which) {
    char *sql = sqlite3_mprintf("SELECT name, sql FROM sqlite_master WHERE %s ORDER BY rowid", which);
    sqlite3_stmt *things = prepare(source, sql);
    long count = 0;
    while (sqlite3_step(things) == SQLITE_ROW) {
        const char *definition = (const char *)sqlite3_column_text(things, 1);
        run(definition);
        if (strncmp(definition, "CREATE TABLE", 12) == 0) count += copy((const char *)sqlite3_column_text(things, 0));
        if (strncmp(definition, "CREATE VIRTUAL", 14) == 0) {
            char *rebuild = sqlite3_mprintf(
                "INSERT INTO \"%w\"(\"%w\") VALUES ('rebuild')", sqlite3_column_text(things, 0), sqlite3_column_text(things, 0));
            run(rebuild);
            sqlite3_free(rebuild);
        }
    }
    sqlite3_finalize(things);
    sqlite3_free(sql);
    return count;
}

static double seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
}

int main(int count, char **arguments) {
    int bare = count > 1 && strcmp(arguments[1], "--bare") == 0;
    if (count - bare != 3) return 2;
    if (sqlite3_open_v2(arguments[1 + bare], &source, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) return 1;
    if (sqlite3_open_v2(arguments[2 + bare], &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) return 1;
    double start = seconds();
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA application_id = 1397511497");
    run("BEGIN");
    long rows;
    if (bare) {
        run("CREATE TABLE postings (id TEXT, title TEXT, posted TEXT, posted_precision TEXT, pay REAL, views INTEGER,"
            " source TEXT, source_address TEXT, fetched_at TEXT, content_sha256 TEXT) STRICT");
        rows = copy("postings");
    } else {
        const char *own = "type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql LIKE 'CREATE TABLE%'"
            " AND name NOT IN (SELECT s.name FROM sqlite_master s JOIN sqlite_master v ON v.sql LIKE 'CREATE VIRTUAL%'"
            " AND substr(s.name, 1, length(v.name) + 1) = v.name || '_')";
        rows = make(own);
        make("type = 'table' AND sql LIKE 'CREATE VIRTUAL%'");
        make("type = 'view'");
        make("type = 'index' AND sql IS NOT NULL");
        run("ANALYZE");
    }
    run("COMMIT");
    if (!bare) run("PRAGMA integrity_check(10); PRAGMA foreign_key_check");
    double cpu = seconds() - start;
    printf("{\"rows\": %ld, \"cpu\": %f}\n", rows, cpu);
    sqlite3_close(source);
    sqlite3_close(target);
    return 0;
}
