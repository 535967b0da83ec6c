// SPDX-License-Identifier: Apache-2.0
/** The PostgreSQL database of one gateway: its schema and the way stores speak to it. No SQL of a feature is here. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.database;
