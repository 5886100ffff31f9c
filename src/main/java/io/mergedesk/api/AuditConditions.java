package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the parameters by which the audit trail is asked.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "person", in = ParameterIn.QUERY, description = "Who did it")
@Parameter(name = "type", in = ParameterIn.QUERY, description = "The name of a type")
@Parameter(name = "entity", in = ParameterIn.QUERY, description = "The id of an entity")
@Parameter(name = "field", in = ParameterIn.QUERY, description = "What an edit changed")
@Parameter(
        name = "origin",
        in = ParameterIn.QUERY,
        description = "ui, api, import, offline, site, merge or restore")
@Parameter(
        name = "action",
        in = ParameterIn.QUERY,
        description = "created, updated, deleted, sign-in, type-changed, exported, …")
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "The earliest time, included",
        example = "2026-01-31T00:00:00Z")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "The first time that is too late")
@Parameter(
        name = "q",
        in = ParameterIn.QUERY,
        description = "Each word begins one of old or new values, names, reasons or details")
@Parameter(
        name = "conflictsOnly",
        in = ParameterIn.QUERY,
        description = "true: what was parked, decided, reopened, overridden or merged")
@interface AuditConditions {}
