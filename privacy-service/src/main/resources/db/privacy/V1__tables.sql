-- SPDX-License-Identifier: Apache-2.0
-- One row a page. PLAIN keeps a page inside its row: no compression, no second table with copies of old values.
CREATE TABLE page (
    number bigint PRIMARY KEY,
    sealed bytea NOT NULL CHECK (octet_length(sealed) = 4028)
);
ALTER TABLE page ALTER COLUMN sealed SET STORAGE PLAIN;

-- What every member of the ledger knows; nothing here says of which case this authority keeps a file.
CREATE TABLE ledger_party (
    file char(32) NOT NULL,
    role text NOT NULL,
    authority text NOT NULL,
    bound_by text NOT NULL,
    PRIMARY KEY (file, role, authority)
);
CREATE TABLE ledger_tombstone (
    value char(32) PRIMARY KEY
);
CREATE TABLE feed_position (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seq bigint NOT NULL,
    height bigint NOT NULL
);
INSERT INTO feed_position (seq, height) VALUES (0, 0);
