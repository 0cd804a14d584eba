package io.github.profileengine.benchmark.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * mongo-java-server in memory, in the same JVM, through MongoDB's driver and one connection of the loopback interface.
 * A batch is one ordered bulk write of upserts. MongoDB has no operator that writes only what is missing, so
 * {@code $set_once} is not comparable.
 */
final class MongoStore implements Store {
    // Stands for the dollar sign, with which names may not begin in MongoDB.
    private static final char DOLLAR = '\uFF04';

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoCollection<Document> profiles;

    MongoStore() {
        InetSocketAddress address = server.bind();
        client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort() + "/?maxPoolSize=1");
        profiles = client.getDatabase("benchmark").getCollection("profiles");
    }

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        List<UpdateOneModel<Document>> updates = new ArrayList<>(edits.length);
        for (Edit edit : edits) {
            updates.add(new UpdateOneModel<>(
                    Filters.eq("_id", edit.id()), update(edit, time), new UpdateOptions().upsert(true)));
        }
        profiles.bulkWrite(updates);
    }

    private static Bson update(Edit edit, String time) {
        Document operands = new Document();
        for (Edit step = edit; step != null; step = step.rest()) {
            operands.append(escaped(step.name()), operand(step));
        }
        Document set = new Document(escaped("$last_seen"), time);
        Document update = new Document("$setOnInsert", new Document(escaped("$created"), time)).append("$set", set);
        String operator = switch (edit.operator()) {
            case SET -> "$set";
            case ADD -> "$inc";
            case APPEND -> "$push";
            case UNION -> "$addToSet";
            case REMOVE -> "$pull";
            case UNSET -> "$unset";
            default -> throw new IllegalArgumentException("MongoDB has no " + edit.operator());
        };
        if (operator.equals("$set")) {
            set.putAll(operands);
            return update;
        }
        return update.append(operator, operands);
    }

    private static @Nullable Object operand(Edit step) {
        return switch (step.operator()) {
            case UNION -> new Document("$each", step.value());
            default -> step.value();
        };
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return found(id).get(escaped(name));
    }

    private Document found(String id) {
        return Objects.requireNonNull(profiles.find(Filters.eq("_id", id)).first());
    }

    @Override
    public @Nullable Object[] readAll(String[] ids, String[] names) {
        Map<String, Document> found = new HashMap<>();
        for (Document document : profiles.find(Filters.in("_id", ids))) {
            found.put(document.getString("_id"), document);
        }
        @Nullable Object[] values = new Object[ids.length];
        for (int at = 0; at < ids.length; at++) {
            values[at] = Objects.requireNonNull(found.get(ids[at])).get(escaped(names[at]));
        }
        return values;
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        Document document = profiles.find(Filters.eq("_id", id)).first();
        if (document == null) {
            return Map.of();
        }
        document.remove("_id");
        Map<String, @Nullable Object> content = new HashMap<>();
        document.forEach((name, value) -> content.put(name.replace(DOLLAR, '$'), value));
        return content;
    }

    private static String escaped(String name) {
        return name.charAt(0) == '$' ? DOLLAR + name.substring(1) : name;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
