package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeDefinition;
import java.util.Map;
import java.util.Optional;

/// A type as an import would leave it, before anything of it is stored.
final class PlannedType {

    private PlannedType() {}

    /// Fields that are not stored yet have no index: nothing can be looked up by them.
    static EntityType of(TypeDefinition definition, Optional<EntityType> stored) {
        return EntityType.of(
                stored.map(EntityType::id).orElse(0),
                stored.map(EntityType::version).orElse(0),
                stored.map(EntityType::wordsIndex).orElse(0),
                stored.map(EntityType::indexes).orElse(Map.<FieldName, Integer>of()),
                definition);
    }
}
