package io.mergedesk.entities;

import java.util.List;

/// Where entity types are kept.
public interface TypeStore {

    /// All types in the order to show.
    List<EntityType> all();

    /// Adds a type, and gives it and its fields their numbers. Joins the caller's transaction.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    EntityType add(TypeDefinition definition, EntityType.Saved saved);

    /// Replaces a definition, gives new fields their numbers, and indexes what is stored under
    /// fields that are new, unique or back. Joins the caller's transaction.
    ///
    /// @throws org.springframework.dao.ConcurrencyFailureException when the stored version is
    ///   another than `current`'s
    /// @throws org.springframework.dao.DuplicateKeyException when a field became unique but its
    ///   values are not
    EntityType replace(EntityType current, TypeDefinition definition, EntityType.Saved saved);
}
