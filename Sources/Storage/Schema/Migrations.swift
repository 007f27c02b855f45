/// The tables of a library, as steps from one schema version to the next.
///
/// A step is never changed once released; a newer program adds steps, and an older program refuses a
/// library that is ahead of it.
enum Migrations {
  /// The steps in order; the schema version is how many have been taken.
  static let steps: [String] = [
    initial, feeds, packedTexts, decisions, places, packedIndexes, dossierEditions,
    packedHeads,
  ]
  /// The step that makes the log of decisions.
  static let decisionsStep = 4

  /// The step that says in which edition a dossier was last known to hold.
  private static let dossierEditionsStep = 7

  /// The earliest schema that is read as it is; a library of an earlier one has to be written to first.
  static let readable = 5

  /// Lets a connection that reads only see a library of an earlier schema as one of the present schema.
  static func lookBack(_ connection: SQLiteConnection) throws {
    let schema = try LibraryStore.schemaVersion(connection)
    if schema < dossierEditionsStep {
      try connection.executeScript(
        "CREATE TEMP VIEW dossier AS SELECT *, NULL AS edition FROM main.dossier")
    }
    guard schema == readable else { return }
    try connection.executeScript(
      """
      CREATE TEMP VIEW sentence_span AS
      SELECT version, min(seq) AS first, max(seq) AS last FROM main.sentence GROUP BY version;
      CREATE TEMP VIEW statement AS
      SELECT said.version, said.place, said.form, said.footing, (
        SELECT min(mention.place) FROM main.entity_mention AS mention
        WHERE mention.version = said.version AND mention.entity = said.speaker) AS speaker
      FROM main.statement AS said;
      """)
  }

  private static let initial = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- One row a version of an article, in the order of filing. Never changed but for its place
    -- among the article's versions.
    CREATE TABLE version (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      article TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      is_current INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      outlet TEXT,
      title TEXT,
      section TEXT,
      published TEXT,
      head TEXT NOT NULL,
      text TEXT NOT NULL,
      analysis TEXT NOT NULL
    ) STRICT;
    CREATE INDEX version_by_article ON version (article, ordinal);
    CREATE INDEX version_by_section ON version (outlet, section, published);

    CREATE TABLE sentence (
      seq INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version (seq),
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sentence_by_version ON sentence (version, start);
    CREATE VIRTUAL TABLE sentence_words USING fts5 (
      words, content='', tokenize='porter unicode61 remove_diacritics 2'
    );

    -- What follows is derived from all articles together and replaced as a whole.
    CREATE TABLE filing (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      origin TEXT NOT NULL,
      is_copy INTEGER NOT NULL,
      story TEXT
    ) STRICT;
    CREATE INDEX filing_by_origin ON filing (origin);
    CREATE INDEX filing_by_story ON filing (story);
    CREATE TABLE origin (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE story (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE topic (
      rank INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      document TEXT NOT NULL
    ) STRICT;
    CREATE TABLE topic_story (
      story TEXT NOT NULL,
      topic TEXT NOT NULL,
      PRIMARY KEY (story, topic)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entity (
      id TEXT PRIMARY KEY,
      articles INTEGER NOT NULL,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_by_articles ON entity (articles DESC, id);
    CREATE TABLE entity_mention (
      entity TEXT NOT NULL,
      version INTEGER NOT NULL REFERENCES version (seq),
      place INTEGER NOT NULL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_mention_by_entity ON entity_mention (entity, version);
    CREATE TABLE statement (
      version INTEGER NOT NULL REFERENCES version (seq),
      place INTEGER NOT NULL,
      speaker TEXT,
      form TEXT NOT NULL,
      footing TEXT NOT NULL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_by_speaker ON statement (speaker);

    -- Dossiers as compiled, so that a later run can say what no longer holds.
    CREATE TABLE dossier (
      topic TEXT PRIMARY KEY,
      evidence TEXT NOT NULL,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// The register of feeds, and what became of each of their items.
  private static let feeds = """
    CREATE TABLE feed (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE,
      is_fetched INTEGER NOT NULL,
      due INTEGER NOT NULL,
      document TEXT NOT NULL
    ) STRICT;
    CREATE INDEX feed_by_due ON feed (is_fetched, due);
    CREATE TABLE feed_item (
      id INTEGER PRIMARY KEY,
      feed INTEGER NOT NULL REFERENCES feed (id),
      key TEXT NOT NULL,
      title TEXT,
      page TEXT,
      page_key TEXT,
      host TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      article TEXT,
      record TEXT,
      attempts INTEGER NOT NULL,
      due INTEGER NOT NULL,
      fetched INTEGER,
      entity_tag TEXT,
      last_modified TEXT,
      UNIQUE (feed, key)
    ) STRICT;
    CREATE INDEX feed_item_by_page ON feed_item (page_key);
    CREATE INDEX feed_item_by_state ON feed_item (feed, state);
    CREATE INDEX feed_item_waiting ON feed_item (due) WHERE state = 'waiting';
    """

  /// The log of what editors decided.
  private static let decisions = """
    CREATE TABLE decision (
      number INTEGER PRIMARY KEY,
      document TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
    BEGIN SELECT raise(ABORT, 'a decision is never changed; undo it by another'); END;
    CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
    BEGIN SELECT raise(ABORT, 'a decision is never deleted; undo it by another'); END;
    """

  /// The state that filing one article at a time works on. What was derived is derived again from the articles.
  private static let places = """
    -- Where each current version stands among copies, each original among stories, each story (by the version
    -- that began it) among topics: the leader of its group, and below which likeness nothing was weighed.
    CREATE TABLE origin_place (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      moment INTEGER NOT NULL,
      leader INTEGER NOT NULL,
      floor INTEGER NOT NULL,
      words BLOB NOT NULL
    ) STRICT;
    CREATE INDEX origin_place_by_leader ON origin_place (leader);
    CREATE TABLE story_place (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      moment INTEGER NOT NULL,
      leader INTEGER NOT NULL,
      floor INTEGER NOT NULL,
      words BLOB NOT NULL
    ) STRICT;
    CREATE INDEX story_place_by_leader ON story_place (leader);
    CREATE TABLE topic_place (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      moment INTEGER NOT NULL,
      leader INTEGER NOT NULL,
      floor INTEGER NOT NULL,
      words BLOB NOT NULL
    ) STRICT;
    CREATE INDEX topic_place_by_leader ON topic_place (leader);

    -- By which others are found: leading words by day, runs of words, lines at head and foot.
    CREATE TABLE story_word (
      word INTEGER NOT NULL,
      day INTEGER NOT NULL,
      version INTEGER NOT NULL,
      share INTEGER NOT NULL,
      PRIMARY KEY (word, day, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE topic_word (
      word INTEGER NOT NULL,
      day INTEGER NOT NULL,
      version INTEGER NOT NULL,
      share INTEGER NOT NULL,
      PRIMARY KEY (word, day, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE text_run (
      word INTEGER NOT NULL,
      day INTEGER NOT NULL,
      version INTEGER NOT NULL,
      share INTEGER NOT NULL,
      PRIMARY KEY (word, day, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE text_line (
      hash INTEGER NOT NULL,
      version INTEGER NOT NULL,
      PRIMARY KEY (hash, version)
    ) STRICT, WITHOUT ROWID;

    -- The names of each current version: what entities across articles are found from.
    CREATE TABLE article_names (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      names ANY NOT NULL
    ) STRICT;

    DROP TABLE topic;
    CREATE TABLE topic (
      leader TEXT PRIMARY KEY,
      moment INTEGER NOT NULL,
      slug TEXT NOT NULL,
      id TEXT UNIQUE,
      name TEXT NOT NULL,
      origins INTEGER NOT NULL,
      outlets INTEGER NOT NULL,
      last_day INTEGER,
      document TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX topic_by_slug ON topic (slug, moment, leader);
    CREATE INDEX topic_by_size ON topic (origins DESC, outlets DESC, last_day DESC, name, id);
    CREATE INDEX topic_story_by_topic ON topic_story (topic);
    DELETE FROM topic_story;
    DELETE FROM filing;
    DELETE FROM origin;
    DELETE FROM story;
    DELETE FROM dossier;
    INSERT INTO meta (key, value) VALUES ('derived.behind', '1')
      ON CONFLICT (key) DO UPDATE SET value = '1';
    """

  /// In which edition a kept dossier was last known to hold.
  private static let dossierEditions = "ALTER TABLE dossier ADD COLUMN edition TEXT;"
}
