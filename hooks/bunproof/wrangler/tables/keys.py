"""Which keys which wrangler knows. Generated: python -m bunproof_dev.wrangler_tables VERSION; explained in releases.py.

`known` at the top level, `environment` in an environment, `own` if no environment inherits them, `bindings` if their
names must differ from those of other bindings, `removed` if they are an error. An `open` release ignores unknown keys of
environments without a word.
"""

from __future__ import annotations

RELEASES: dict[str, dict[str, str]] = {
    "4.164.0": {
        "known": """
            $schema access account_id addresses agent_memory ai ai_search ai_search_namespaces alias analytics
            analytics_engine_datasets artifacts assets base_dir browser build cache cloudchamber
            compatibility_date compatibility_flags compliance_region configPath connect containers d1_databases
            data_blobs define definedEnvironments dependencies_instrumentation dev dispatch_namespaces
            durable_objects env exports find_additional_modules first_party_worker flagship hyperdrive images
            jsx_factory jsx_fragment k2 keep_names keep_vars kv_namespaces limits logfwdr logpush main media
            migrations minify mtls_certificates name no_bundle observability pages_build_output_dir pipelines
            placement preserve_file_names preview_urls previews python_modules queues r2_buckets ratelimits
            route routes rules secrets secrets_store_secrets send_email send_metrics services site stream
            streaming_tail_consumers tail_consumers targetEnvironment text_blobs topLevelName triggers tsconfig
            unsafe unsafe_hello_world upload_source_maps userConfigPath vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules worker_loaders workers_dev workflows
        """,
        "environment": """
            access account_id agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets
            artifacts assets base_dir browser build cache cloudchamber compatibility_date compatibility_flags
            compliance_region connect containers d1_databases define dispatch_namespaces durable_objects exports
            find_additional_modules first_party_worker flagship hyperdrive images jsx_factory jsx_fragment k2
            keep_names kv_namespaces limits logfwdr logpush main media migrations minify mtls_certificates name
            no_bundle observability pipelines placement preserve_file_names preview_urls previews python_modules
            queues r2_buckets ratelimits route routes rules secrets secrets_store_secrets send_email services
            stream streaming_tail_consumers tail_consumers triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps vars vectorize version_metadata vpc_networks vpc_services worker_loaders
            workers_dev workflows
        """,
        "own": """
            agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets artifacts browser
            cloudchamber connect containers d1_databases define dispatch_namespaces durable_objects flagship
            hyperdrive images k2 kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits
            secrets secrets_store_secrets send_email services stream streaming_tail_consumers tail_consumers
            unsafe unsafe_hello_world vars vectorize version_metadata vpc_networks vpc_services worker_loaders
            workflows
        """,
        "bindings": """
            agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets artifacts assets
            browser d1_databases data_blobs dispatch_namespaces durable_objects flagship hyperdrive images k2
            kv_namespaces logfwdr media mtls_certificates pipelines queues r2_buckets ratelimits secrets
            secrets_store_secrets send_email services stream text_blobs unsafe unsafe_hello_world vars vectorize
            version_metadata vpc_networks vpc_services wasm_modules worker_loaders workflows
        """,
        "removed": """
            legacy_env node_compat
        """,
        "lacking": """
        """,
        "open": "",
    },
    "4.145.0": {
        "known": """
            $schema access account_id addresses agent_memory ai ai_search ai_search_namespaces alias analytics
            analytics_engine_datasets artifacts assets base_dir browser build cache cloudchamber
            compatibility_date compatibility_flags compliance_region configPath connect containers d1_databases
            data_blobs define definedEnvironments dependencies_instrumentation dev dispatch_namespaces
            durable_objects env exports find_additional_modules first_party_worker flagship hyperdrive images
            jsx_factory jsx_fragment k2 keep_names keep_vars kv_namespaces limits logfwdr logpush main media
            migrations minify mtls_certificates name no_bundle observability pages_build_output_dir pipelines
            placement preserve_file_names preview_urls previews python_modules queues r2_buckets ratelimits
            route routes rules secrets secrets_store_secrets send_email send_metrics services site stream
            streaming_tail_consumers tail_consumers targetEnvironment text_blobs topLevelName triggers tsconfig
            unsafe unsafe_hello_world upload_source_maps userConfigPath vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules worker_loaders workers_dev workflows
        """,
        "environment": """
            access account_id agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets
            artifacts assets base_dir browser build cache cloudchamber compatibility_date compatibility_flags
            compliance_region connect containers d1_databases define dispatch_namespaces durable_objects exports
            find_additional_modules first_party_worker flagship hyperdrive images jsx_factory jsx_fragment k2
            keep_names kv_namespaces limits logfwdr logpush main media migrations minify mtls_certificates name
            no_bundle observability pipelines placement preserve_file_names preview_urls previews python_modules
            queues r2_buckets ratelimits route routes rules secrets secrets_store_secrets send_email services
            stream streaming_tail_consumers tail_consumers triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps vars vectorize version_metadata vpc_networks vpc_services worker_loaders
            workers_dev workflows
        """,
        "own": """
            agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets artifacts browser
            cloudchamber connect containers d1_databases define dispatch_namespaces durable_objects flagship
            hyperdrive images k2 kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits
            secrets secrets_store_secrets send_email services stream streaming_tail_consumers tail_consumers
            unsafe unsafe_hello_world vars vectorize version_metadata vpc_networks vpc_services worker_loaders
            workflows
        """,
        "bindings": """
            agent_memory ai ai_search ai_search_namespaces analytics analytics_engine_datasets artifacts assets
            browser d1_databases data_blobs dispatch_namespaces durable_objects flagship hyperdrive images k2
            kv_namespaces logfwdr media mtls_certificates pipelines queues r2_buckets ratelimits secrets
            secrets_store_secrets send_email services stream text_blobs unsafe unsafe_hello_world vars vectorize
            version_metadata vpc_networks vpc_services wasm_modules worker_loaders workflows
        """,
        "removed": """
            legacy_env node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path d1_databases.jurisdiction exports.H.jurisdiction
            hyperdrive.remote workflows.jurisdiction
        """,
        "open": "",
    },
    "4.125.0": {
        "known": """
            $schema access account_id addresses agent_memory ai ai_search ai_search_namespaces alias
            analytics_engine_datasets artifacts assets base_dir browser build cache cloudchamber
            compatibility_date compatibility_flags compliance_region configPath connect containers d1_databases
            data_blobs define definedEnvironments dependencies_instrumentation dev dispatch_namespaces
            durable_objects env exports find_additional_modules first_party_worker flagship hyperdrive images
            jsx_factory jsx_fragment keep_names keep_vars kv_namespaces limits logfwdr logpush main media
            migrations minify mtls_certificates name no_bundle observability pages_build_output_dir pipelines
            placement preserve_file_names preview_urls previews python_modules queues r2_buckets ratelimits
            route routes rules secrets secrets_store_secrets send_email send_metrics services site stream
            streaming_tail_consumers tail_consumers targetEnvironment text_blobs topLevelName triggers tsconfig
            unsafe unsafe_hello_world upload_source_maps userConfigPath vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules websearch worker_loaders workers_dev workflows
        """,
        "environment": """
            access account_id agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts
            assets base_dir browser build cache cloudchamber compatibility_date compatibility_flags
            compliance_region connect containers d1_databases define dispatch_namespaces durable_objects exports
            find_additional_modules first_party_worker flagship hyperdrive images jsx_factory jsx_fragment
            keep_names kv_namespaces limits logfwdr logpush main media migrations minify mtls_certificates name
            no_bundle observability pipelines placement preserve_file_names preview_urls previews python_modules
            queues r2_buckets ratelimits route routes rules secrets secrets_store_secrets send_email services
            stream streaming_tail_consumers tail_consumers triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps vars vectorize version_metadata vpc_networks vpc_services websearch
            worker_loaders workers_dev workflows
        """,
        "own": """
            agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts browser
            cloudchamber connect containers d1_databases define dispatch_namespaces durable_objects flagship
            hyperdrive images kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits
            secrets secrets_store_secrets send_email services stream streaming_tail_consumers tail_consumers
            unsafe unsafe_hello_world vars vectorize version_metadata vpc_networks vpc_services websearch
            worker_loaders workflows
        """,
        "bindings": """
            agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets browser
            d1_databases data_blobs dispatch_namespaces durable_objects flagship hyperdrive images kv_namespaces
            logfwdr media mtls_certificates pipelines queues r2_buckets ratelimits secrets secrets_store_secrets
            send_email services stream text_blobs unsafe unsafe_hello_world vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules websearch worker_loaders workflows
        """,
        "removed": """
            legacy_env node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path containers.observability d1_databases.jurisdiction
            hyperdrive.remote observability.issues observability.redact_query_string previews.placement
            workflows.concurrency workflows.default_retention workflows.jurisdiction
        """,
        "open": "",
    },
    "4.110.0": {
        "known": """
            $schema account_id agent_memory ai ai_search ai_search_namespaces alias analytics_engine_datasets
            artifacts assets base_dir browser build cache cloudchamber compatibility_date compatibility_flags
            compliance_region configPath containers d1_databases data_blobs define definedEnvironments
            dependencies_instrumentation dev dispatch_namespaces durable_objects env exports
            find_additional_modules first_party_worker flagship hyperdrive images jsx_factory jsx_fragment
            keep_names keep_vars kv_namespaces legacy_env limits logfwdr logpush main media migrations minify
            mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls previews python_modules queues r2_buckets ratelimits route routes
            rules secrets secrets_store_secrets send_email send_metrics services site stream
            streaming_tail_consumers tail_consumers targetEnvironment text_blobs topLevelName triggers tsconfig
            unsafe unsafe_hello_world upload_source_maps userConfigPath vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules websearch worker_loaders workers_dev workflows
        """,
        "environment": """
            account_id agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets
            base_dir browser build cache cloudchamber compatibility_date compatibility_flags compliance_region
            containers d1_databases define dispatch_namespaces durable_objects exports find_additional_modules
            first_party_worker flagship hyperdrive images jsx_factory jsx_fragment keep_names kv_namespaces
            limits logfwdr logpush main media migrations minify mtls_certificates name no_bundle observability
            pipelines placement preserve_file_names preview_urls previews python_modules queues r2_buckets
            ratelimits route routes rules secrets secrets_store_secrets send_email services stream
            streaming_tail_consumers tail_consumers triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps vars vectorize version_metadata vpc_networks vpc_services websearch
            worker_loaders workers_dev workflows
        """,
        "own": """
            agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts browser
            cloudchamber containers d1_databases define dispatch_namespaces durable_objects flagship hyperdrive
            images kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits secrets
            secrets_store_secrets send_email services stream streaming_tail_consumers tail_consumers unsafe
            unsafe_hello_world vars vectorize version_metadata vpc_networks vpc_services websearch
            worker_loaders workflows
        """,
        "bindings": """
            agent_memory ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets browser
            d1_databases data_blobs dispatch_namespaces durable_objects flagship hyperdrive images kv_namespaces
            logfwdr media mtls_certificates pipelines queues r2_buckets ratelimits secrets secrets_store_secrets
            send_email services stream text_blobs unsafe unsafe_hello_world vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules websearch worker_loaders workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path containers.observability d1_databases.jurisdiction
            dependencies_instrumentation.exclude_packages hyperdrive.remote observability.issues
            observability.redact_query_string previews.containers previews.placement r2_buckets.local_dev
            triggers.events workflows.concurrency workflows.default_retention workflows.jurisdiction
        """,
        "open": "",
    },
    "4.90.0": {
        "known": """
            $schema account_id ai ai_search ai_search_namespaces alias analytics_engine_datasets artifacts
            assets base_dir browser build cache cloudchamber compatibility_date compatibility_flags
            compliance_region configPath containers d1_databases data_blobs define definedEnvironments dev
            dispatch_namespaces durable_objects env find_additional_modules first_party_worker flagship
            hyperdrive images jsx_factory jsx_fragment keep_names keep_vars kv_namespaces legacy_env limits
            logfwdr logpush main media migrations minify mtls_certificates name no_bundle observability
            pages_build_output_dir pipelines placement preserve_file_names preview_urls previews python_modules
            queues r2_buckets ratelimits route routes rules secrets secrets_store_secrets send_email
            send_metrics services site stream streaming_tail_consumers tail_consumers targetEnvironment
            text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world upload_source_maps
            userConfigPath vars vectorize version_metadata vpc_networks vpc_services wasm_modules worker_loaders
            workers_dev workflows
        """,
        "environment": """
            account_id ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets base_dir
            browser build cache cloudchamber compatibility_date compatibility_flags compliance_region containers
            d1_databases define dispatch_namespaces durable_objects find_additional_modules first_party_worker
            flagship hyperdrive images jsx_factory jsx_fragment keep_names kv_namespaces limits logfwdr logpush
            main media migrations minify mtls_certificates name no_bundle observability pipelines placement
            preserve_file_names preview_urls previews python_modules queues r2_buckets ratelimits route routes
            rules secrets secrets_store_secrets send_email services stream streaming_tail_consumers
            tail_consumers triggers tsconfig unsafe unsafe_hello_world upload_source_maps vars vectorize
            version_metadata vpc_networks vpc_services worker_loaders workers_dev workflows
        """,
        "own": """
            ai ai_search ai_search_namespaces analytics_engine_datasets artifacts browser cloudchamber
            containers d1_databases define dispatch_namespaces durable_objects flagship hyperdrive images
            kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits secrets
            secrets_store_secrets send_email services stream streaming_tail_consumers tail_consumers unsafe
            unsafe_hello_world vars vectorize version_metadata vpc_networks vpc_services worker_loaders
            workflows
        """,
        "bindings": """
            ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets browser d1_databases
            data_blobs dispatch_namespaces durable_objects flagship hyperdrive images kv_namespaces logfwdr
            media mtls_certificates pipelines queues r2_buckets ratelimits secrets secrets_store_secrets
            send_email services stream text_blobs unsafe unsafe_hello_world vars vectorize version_metadata
            vpc_networks vpc_services wasm_modules worker_loaders workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path cache.cross_version_cache containers.observability
            d1_databases.jurisdiction d1_databases.migrations_pattern hyperdrive.remote observability.issues
            observability.redact_query_string pipelines.stream previews.containers previews.placement
            r2_buckets.local_dev triggers.events workflows.concurrency workflows.default_retention
            workflows.jurisdiction workflows.schedules
        """,
        "open": "",
    },
    "4.70.0": {
        "known": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cache
            cloudchamber compatibility_date compatibility_flags compliance_region configPath containers
            d1_databases data_blobs define definedEnvironments dev dispatch_namespaces durable_objects env
            find_additional_modules first_party_worker hyperdrive images jsx_factory jsx_fragment keep_names
            keep_vars kv_namespaces legacy_env limits logfwdr logpush main media migrations minify
            mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls python_modules queues r2_buckets ratelimits route routes rules
            secrets secrets_store_secrets send_email send_metrics services site streaming_tail_consumers
            tail_consumers targetEnvironment text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps userConfigPath vars vectorize version_metadata vpc_services wasm_modules
            worker_loaders workers_dev workflows
        """,
        "environment": """
            account_id ai analytics_engine_datasets assets base_dir browser build cache cloudchamber
            compatibility_date compatibility_flags compliance_region containers d1_databases define
            dispatch_namespaces durable_objects find_additional_modules first_party_worker hyperdrive images
            jsx_factory jsx_fragment keep_names kv_namespaces limits logfwdr logpush main media migrations
            minify mtls_certificates name no_bundle observability pipelines placement preserve_file_names
            preview_urls python_modules queues r2_buckets ratelimits route routes rules secrets
            secrets_store_secrets send_email services streaming_tail_consumers tail_consumers triggers tsconfig
            unsafe unsafe_hello_world upload_source_maps vars vectorize version_metadata vpc_services
            worker_loaders workers_dev workflows
        """,
        "own": """
            ai analytics_engine_datasets browser cloudchamber containers d1_databases define dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces media mtls_certificates pipelines queues r2_buckets
            ratelimits secrets secrets_store_secrets send_email services streaming_tail_consumers tail_consumers
            unsafe unsafe_hello_world vars vectorize version_metadata vpc_services worker_loaders workflows
        """,
        "bindings": """
            ai analytics_engine_datasets assets browser d1_databases data_blobs dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces logfwdr media mtls_certificates pipelines queues
            r2_buckets ratelimits secrets secrets_store_secrets send_email services text_blobs unsafe
            unsafe_hello_world vars vectorize version_metadata vpc_services wasm_modules worker_loaders
            workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path cache.cross_version_cache containers.observability
            containers.ssh d1_databases.jurisdiction d1_databases.migrations_pattern hyperdrive.remote
            observability.issues observability.redact_query_string pipelines.stream r2_buckets.local_dev
            triggers.events workflows.concurrency workflows.default_retention workflows.jurisdiction
            workflows.schedules
        """,
        "open": "",
    },
    "4.45.0": {
        "known": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags compliance_region configPath containers d1_databases
            data_blobs define definedEnvironments dev dispatch_namespaces durable_objects env
            find_additional_modules first_party_worker hyperdrive images jsx_factory jsx_fragment keep_names
            keep_vars kv_namespaces legacy_env limits logfwdr logpush main media migrations minify
            mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls python_modules queues r2_buckets ratelimits route routes rules
            secrets_store_secrets send_email send_metrics services site tail_consumers targetEnvironment
            text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world upload_source_maps
            userConfigPath vars vectorize version_metadata vpc_services wasm_modules worker_loaders workers_dev
            workflows
        """,
        "environment": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags compliance_region configPath containers d1_databases
            data_blobs define definedEnvironments dev dispatch_namespaces durable_objects env
            find_additional_modules first_party_worker hyperdrive images jsx_factory jsx_fragment keep_names
            keep_vars kv_namespaces legacy_env limits logfwdr logpush main media migrations minify
            mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls python_modules queues r2_buckets ratelimits route routes rules
            secrets_store_secrets send_email send_metrics services site tail_consumers targetEnvironment
            text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world upload_source_maps
            userConfigPath vars vectorize version_metadata vpc_services wasm_modules worker_loaders workers_dev
            workflows
        """,
        "own": """
            ai analytics_engine_datasets browser cloudchamber containers d1_databases define dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces media mtls_certificates pipelines queues r2_buckets
            ratelimits secrets_store_secrets send_email services tail_consumers unsafe unsafe_hello_world vars
            vectorize version_metadata vpc_services worker_loaders workflows
        """,
        "bindings": """
            ai analytics_engine_datasets assets browser d1_databases data_blobs dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces logfwdr media mtls_certificates pipelines queues
            r2_buckets ratelimits secrets_store_secrets send_email services text_blobs unsafe unsafe_hello_world
            vars vectorize version_metadata vpc_services wasm_modules worker_loaders workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path containers.authorized_keys
            containers.observability containers.ssh containers.trusted_user_ca_keys containers.unsafe
            containers.wrangler_ssh d1_databases.jurisdiction d1_databases.migrations_pattern dev.generate_types
            dev.inspector_ip hyperdrive.remote observability.issues observability.logs.persist
            observability.redact_query_string pipelines.stream r2_buckets.local_dev triggers.events
            workflows.concurrency workflows.default_retention workflows.jurisdiction workflows.limits
            workflows.schedules
        """,
        "open": "yes",
    },
    "4.20.0": {
        "known": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags compliance_region configPath containers d1_databases
            data_blobs define dev dispatch_namespaces durable_objects env find_additional_modules
            first_party_worker hyperdrive images jsx_factory jsx_fragment keep_names keep_vars kv_namespaces
            legacy_env limits logfwdr logpush main migrations minify mtls_certificates name no_bundle
            observability pages_build_output_dir pipelines placement preserve_file_names preview_urls queues
            r2_buckets route routes rules secrets_store_secrets send_email send_metrics services site
            tail_consumers text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps userConfigPath vars vectorize version_metadata wasm_modules workers_dev workflows
        """,
        "environment": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags compliance_region configPath containers d1_databases
            data_blobs define dev dispatch_namespaces durable_objects env find_additional_modules
            first_party_worker hyperdrive images jsx_factory jsx_fragment keep_names keep_vars kv_namespaces
            legacy_env limits logfwdr logpush main migrations minify mtls_certificates name no_bundle
            observability pages_build_output_dir pipelines placement preserve_file_names preview_urls queues
            r2_buckets route routes rules secrets_store_secrets send_email send_metrics services site
            tail_consumers text_blobs topLevelName triggers tsconfig unsafe unsafe_hello_world
            upload_source_maps userConfigPath vars vectorize version_metadata wasm_modules workers_dev workflows
        """,
        "own": """
            ai analytics_engine_datasets browser cloudchamber containers d1_databases define dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces mtls_certificates pipelines queues r2_buckets
            secrets_store_secrets send_email services tail_consumers unsafe unsafe_hello_world vars vectorize
            version_metadata workflows
        """,
        "bindings": """
            ai analytics_engine_datasets assets browser d1_databases data_blobs dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces logfwdr mtls_certificates pipelines queues
            r2_buckets secrets_store_secrets send_email services text_blobs unsafe unsafe_hello_world vars
            vectorize version_metadata wasm_modules workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path browser.remote d1_databases.jurisdiction
            d1_databases.migrations_pattern d1_databases.remote dev.container_engine dev.generate_types
            dev.inspector_ip hyperdrive.remote images.remote kv_namespaces.remote mtls_certificates.remote
            observability.issues observability.logs.destinations observability.logs.persist
            observability.redact_query_string observability.traces pipelines.remote pipelines.stream
            queues.producers.remote r2_buckets.local_dev r2_buckets.remote send_email.allowed_sender_addresses
            send_email.remote triggers.events vectorize.remote
        """,
        "open": "yes",
    },
    "4.0.0": {
        "known": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags configPath containers d1_databases data_blobs define dev
            dispatch_namespaces durable_objects env find_additional_modules first_party_worker hyperdrive images
            jsx_factory jsx_fragment keep_vars kv_namespaces legacy_env limits logfwdr logpush main migrations
            minify mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls queues r2_buckets route routes rules send_email send_metrics
            services site tail_consumers text_blobs topLevelName triggers tsconfig unsafe upload_source_maps
            userConfigPath vars vectorize version_metadata wasm_modules workers_dev workflows
        """,
        "environment": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags configPath containers d1_databases data_blobs define dev
            dispatch_namespaces durable_objects env find_additional_modules first_party_worker hyperdrive images
            jsx_factory jsx_fragment keep_vars kv_namespaces legacy_env limits logfwdr logpush main migrations
            minify mtls_certificates name no_bundle observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls queues r2_buckets route routes rules send_email send_metrics
            services site tail_consumers text_blobs topLevelName triggers tsconfig unsafe upload_source_maps
            userConfigPath vars vectorize version_metadata wasm_modules workers_dev workflows
        """,
        "own": """
            ai analytics_engine_datasets browser cloudchamber containers d1_databases define dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces mtls_certificates pipelines queues r2_buckets
            send_email services tail_consumers unsafe vars vectorize version_metadata workflows
        """,
        "bindings": """
            ai analytics_engine_datasets assets browser d1_databases data_blobs dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces logfwdr mtls_certificates pipelines queues
            r2_buckets send_email services text_blobs unsafe vars vectorize version_metadata wasm_modules
            workflows
        """,
        "removed": """
            node_compat
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path browser.remote d1_databases.jurisdiction
            d1_databases.migrations_pattern d1_databases.remote dev.container_engine dev.enable_containers
            dev.generate_types dev.inspector_ip hyperdrive.remote images.remote kv_namespaces.remote
            mtls_certificates.remote observability.issues observability.logs.destinations
            observability.logs.persist observability.redact_query_string observability.traces pipelines.remote
            pipelines.stream queues.producers.remote r2_buckets.local_dev r2_buckets.remote
            send_email.allowed_sender_addresses send_email.remote triggers.events vectorize.remote
        """,
        "open": "yes",
    },
    "3.114.17": {
        "known": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags configPath containers d1_databases data_blobs define dev
            dispatch_namespaces durable_objects env experimental_services find_additional_modules
            first_party_worker hyperdrive images jsx_factory jsx_fragment keep_vars kv-namespaces kv_namespaces
            legacy_assets legacy_env limits logfwdr logpush main migrations miniflare minify mtls_certificates
            name no_bundle node_compat observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls queues r2_buckets route routes rules send_email send_metrics
            services site tail_consumers text_blobs topLevelName triggers tsconfig type unsafe
            upload_source_maps usage_model userConfigPath vars vectorize version_metadata wasm_modules
            webpack_config workers_dev workflows zone_id
        """,
        "environment": """
            $schema account_id ai alias analytics_engine_datasets assets base_dir browser build cloudchamber
            compatibility_date compatibility_flags configPath containers d1_databases data_blobs define dev
            dispatch_namespaces durable_objects env experimental_services find_additional_modules
            first_party_worker hyperdrive images jsx_factory jsx_fragment keep_vars kv-namespaces kv_namespaces
            legacy_assets legacy_env limits logfwdr logpush main migrations miniflare minify mtls_certificates
            name no_bundle node_compat observability pages_build_output_dir pipelines placement
            preserve_file_names preview_urls queues r2_buckets route routes rules send_email send_metrics
            services site tail_consumers text_blobs topLevelName triggers tsconfig type unsafe
            upload_source_maps usage_model userConfigPath vars vectorize version_metadata wasm_modules
            webpack_config workers_dev workflows zone_id
        """,
        "own": """
            ai analytics_engine_datasets browser cloudchamber containers d1_databases define dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces mtls_certificates pipelines queues r2_buckets
            send_email services tail_consumers unsafe vars vectorize version_metadata workflows
        """,
        "bindings": """
            ai analytics_engine_datasets assets browser d1_databases data_blobs dispatch_namespaces
            durable_objects hyperdrive images kv_namespaces logfwdr mtls_certificates pipelines queues
            r2_buckets send_email services text_blobs unsafe vars vectorize version_metadata wasm_modules
            workflows
        """,
        "removed": """
        """,
        "lacking": """
            analytics_engine_datasets.remote assets.base_path browser.remote d1_databases.jurisdiction
            d1_databases.migrations_pattern d1_databases.remote dev.container_engine dev.enable_containers
            dev.generate_types dev.inspector_ip hyperdrive.remote images.remote kv_namespaces.remote
            mtls_certificates.remote observability.issues observability.logs.destinations
            observability.redact_query_string observability.traces pipelines.remote pipelines.stream
            queues.producers.remote r2_buckets.local_dev r2_buckets.remote send_email.allowed_sender_addresses
            send_email.remote triggers.events vectorize.remote workflows.concurrency workflows.default_retention
            workflows.jurisdiction workflows.limits workflows.schedules
        """,
        "open": "yes",
    },
}
