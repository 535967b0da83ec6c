-- SPDX-License-Identifier: Apache-2.0
-- Read model: everything in it comes from blocks and can be dropped and read again.
-- No file number and no handle has a column here.

CREATE TABLE checkpoint (
    channel        text PRIMARY KEY,
    genesis        bytea  NOT NULL,
    next_block     bigint NOT NULL,
    header_hash    bytea  NOT NULL,
    recorded_up_to bigint NOT NULL
);

CREATE TABLE docket (
    kind    text    NOT NULL CHECK (kind IN ('case', 'request')),
    id      text    NOT NULL,
    header  text    NOT NULL,
    entries integer NOT NULL,
    sealed  boolean NOT NULL,
    opened  bigint  NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE entry (
    kind        text    NOT NULL,
    id          text    NOT NULL,
    position    integer NOT NULL,
    command     text    NOT NULL UNIQUE,
    recorded_at bigint  NOT NULL,
    block       bigint  NOT NULL,
    transaction integer NOT NULL,
    content     text    NOT NULL,
    PRIMARY KEY (kind, id, position)
);

CREATE INDEX entry_block ON entry (block);

CREATE TABLE party (
    kind      text   NOT NULL,
    id        text   NOT NULL,
    role      text   NOT NULL,
    authority text   NOT NULL,
    bound_by  text   NOT NULL,
    seq       bigint NOT NULL,
    PRIMARY KEY (kind, id, role, authority)
);
CREATE INDEX party_authority ON party (authority, kind, seq);

CREATE TABLE governance (
    key   text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE tombstone_batch (
    batch       text PRIMARY KEY,
    published_by text   NOT NULL,
    block       bigint  NOT NULL,
    transaction integer NOT NULL
);

CREATE TABLE change (
    seq     bigint PRIMARY KEY,
    kind    text NOT NULL,
    payload text NOT NULL
);

-- Writes in progress. Rows are forgotten some days after they settled.
CREATE TABLE operation (
    key         uuid PRIMARY KEY,
    kind        text NOT NULL,
    fingerprint text NOT NULL,
    docket      text NOT NULL,
    command     text,
    function    text,
    argument    text,
    stage       text NOT NULL,
    transaction text,
    envelope    bytea,
    outcome     text,
    problem     text,
    created_at  bigint NOT NULL,
    settled_at  bigint
);
CREATE INDEX operation_open ON operation (created_at) WHERE settled_at IS NULL;
CREATE UNIQUE INDEX operation_transaction ON operation (transaction, key) WHERE transaction IS NOT NULL;
