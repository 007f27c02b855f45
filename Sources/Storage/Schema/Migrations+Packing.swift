/// The steps that made the file smaller, frozen as all steps are.
extension Migrations {
  /// Texts, analyses and dossiers may be packed: `PackedText`. What is there stays as it is.
  static let packedTexts = """
    CREATE TABLE version_packed (
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
      text ANY NOT NULL,
      analysis ANY NOT NULL
    ) STRICT;
    INSERT INTO version_packed SELECT * FROM version;
    DROP TABLE version;
    ALTER TABLE version_packed RENAME TO version;
    CREATE INDEX version_by_article ON version (article, ordinal);
    CREATE INDEX version_by_section ON version (outlet, section, published);

    CREATE TABLE dossier_packed (
      topic TEXT PRIMARY KEY,
      evidence TEXT NOT NULL,
      document ANY NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO dossier_packed SELECT * FROM dossier;
    DROP TABLE dossier;
    ALTER TABLE dossier_packed RENAME TO dossier;

    -- The key comes first: else `PRAGMA integrity_check` of SQLite 3.40 takes the third column for NULL.
    CREATE TABLE entity_mention_keyed (
      version INTEGER NOT NULL REFERENCES version (seq),
      place INTEGER NOT NULL,
      entity TEXT NOT NULL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO entity_mention_keyed SELECT version, place, entity FROM entity_mention;
    DROP TABLE entity_mention;
    ALTER TABLE entity_mention_keyed RENAME TO entity_mention;
    CREATE INDEX entity_mention_by_entity ON entity_mention (entity, version);
    """

  /// The indexes of filing, packed: `WordTable`. What was filed is filed again, from the articles.
  static let packedIndexes = """
    DROP TABLE story_word;
    DROP TABLE topic_word;
    DROP TABLE text_run;
    CREATE TABLE story_word (
      bucket INTEGER NOT NULL,
      span INTEGER NOT NULL,
      entries BLOB NOT NULL,
      PRIMARY KEY (bucket, span)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE topic_word (
      bucket INTEGER NOT NULL,
      span INTEGER NOT NULL,
      entries BLOB NOT NULL,
      PRIMARY KEY (bucket, span)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE text_run (
      bucket INTEGER NOT NULL,
      span INTEGER NOT NULL,
      entries BLOB NOT NULL,
      PRIMARY KEY (bucket, span)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM text_line;
    DELETE FROM origin_place;
    DELETE FROM story_place;
    DELETE FROM topic_place;
    DELETE FROM article_names;
    DELETE FROM filing;
    DELETE FROM origin;
    DELETE FROM story;
    DELETE FROM topic_story;
    DELETE FROM topic;

    -- Sentences of one version stand one after another: the first and the last say which they are.
    CREATE TABLE sentence_span (
      version INTEGER PRIMARY KEY REFERENCES version (seq),
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT;
    INSERT INTO sentence_span SELECT version, min(seq), max(seq) FROM sentence GROUP BY version;
    CREATE TABLE sentence_numbered (
      seq INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version (seq),
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      digest ANY NOT NULL
    ) STRICT;
    INSERT INTO sentence_numbered SELECT * FROM sentence;
    DROP TABLE sentence;
    ALTER TABLE sentence_numbered RENAME TO sentence;

    -- Who speaks, by the place of the entity in the analysis: `entity_mention` says who that is.
    DROP TABLE statement;
    CREATE TABLE statement (
      version INTEGER NOT NULL REFERENCES version (seq),
      place INTEGER NOT NULL,
      speaker INTEGER,
      form TEXT NOT NULL,
      footing TEXT NOT NULL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM entity_mention;

    -- Nobody asks by them.
    DROP INDEX filing_by_origin;
    DROP INDEX filing_by_story;

    -- Topics that were touched and are built when all is filed, by the version that began them.
    CREATE TABLE topic_due (version INTEGER PRIMARY KEY) STRICT;
    INSERT INTO meta (key, value) VALUES ('derived.behind', '1')
      ON CONFLICT (key) DO UPDATE SET value = '1';
    """

  /// Heads may be packed too, and packed texts may name a dictionary, which a program that knows no such step cannot read. What is there
  /// stays as it is.
  static let packedHeads = """
    CREATE TABLE version_headed (
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
      head ANY NOT NULL,
      text ANY NOT NULL,
      analysis ANY NOT NULL
    ) STRICT;
    INSERT INTO version_headed SELECT * FROM version;
    DROP TABLE version;
    ALTER TABLE version_headed RENAME TO version;
    CREATE INDEX version_by_article ON version (article, ordinal);
    CREATE INDEX version_by_section ON version (outlet, section, published);
    """
}
